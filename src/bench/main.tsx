// Mounts the page that measures this machine.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../components/ui/ErrorBoundary";
import { useBenchStore } from "../stores/bench-store";
import "../styles/main.css";
import { BenchPage } from "./BenchPage";
import { readBenchChoice } from "./bench-options";

const choice = readBenchChoice(new URLSearchParams(location.search), document.baseURI);
void useBenchStore.getState().open(choice.modelUrl);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <BenchPage choice={choice} />
      </ErrorBoundary>
    </StrictMode>,
  );
}
