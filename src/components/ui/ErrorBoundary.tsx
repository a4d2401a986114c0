// In place of a page that failed to draw: what happened, and a way on.
import { Component, type ReactNode } from "react";
import { currentTexts } from "../../i18n/language-store";
import { Button } from "./Button";
import { Notice } from "./Notice";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { common } = currentTexts();
    if (!error) return this.props.children;
    return (
      <main className="mx-auto max-w-xl p-6">
        <Notice
          tone="danger"
          title={common.notDrawn}
          actions={<Button onClick={() => location.reload()}>{common.reloadPage}</Button>}
        >
          {common.isSafe(`${error.name}: ${error.message}`)}
        </Notice>
      </main>
    );
  }
}
