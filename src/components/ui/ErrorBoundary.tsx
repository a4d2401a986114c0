// In place of a page that failed to draw: what happened, and a way on.
import { Component, type ReactNode } from "react";
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
    if (!error) return this.props.children;
    return (
      <main className="mx-auto max-w-xl p-6">
        <Notice
          tone="danger"
          title="The page could not be drawn"
          actions={<Button onClick={() => location.reload()}>Reload the page</Button>}
        >
          Your conversations are stored and safe. ({error.name}: {error.message})
        </Notice>
      </main>
    );
  }
}
