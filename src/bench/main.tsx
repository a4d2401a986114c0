// Mounts the page that measures this machine.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../components/ui/ErrorBoundary";
import { currentTexts } from "../i18n/language-store";
import { useBenchStore } from "../stores/bench-store";
import { applySettings } from "../stores/settings-store";
import "../styles/main.css";
import { BenchPage } from "./BenchPage";
import { readBenchChoice } from "./bench-options";

const choice = readBenchChoice(new URLSearchParams(location.search), document.baseURI);
void useBenchStore.getState().open(choice.modelUrl);

void applySettings().then(() => {
  document.title = `${currentTexts().bench.title} · Jamba`;
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <BenchPage choice={choice} />
      </ErrorBoundary>
    </StrictMode>,
  );
});
