// Chats as paper shows them, beside the page and out of sight until something is printed: those that were chosen, or, for the
// browser's own print command, the one on screen.
import { Suspense, useEffect } from "react";
import { createPortal, flushSync } from "react-dom";
import { fetched } from "../../fetched";
import { useChatTransferStore } from "../../stores/chat-transfer";

const fetchPaper = () => import("./Paper").then((m) => m.Paper);
const Paper = fetched(fetchPaper);

export function PrintedChats() {
  const printed = useChatTransferStore((state) => state.printed);
  const { printCurrent, endPrint } = useChatTransferStore.getState();
  useEffect(Paper.fetch, []); // the browser's own print command waits for nothing
  useEffect(() => {
    const before = (): void => flushSync(printCurrent);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", endPrint);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", endPrint);
    };
  }, [printCurrent, endPrint]);
  usePrint();
  if (printed.length === 0) return null;
  return createPortal(
    <Suspense fallback={null}>
      <Paper chats={printed} />
    </Suspense>,
    document.body,
  );
}

/** Opens the browser's dialog when the chosen chats are drawn, formulas and the colours of code included. */
function usePrint(): void {
  const isAsked = useChatTransferStore((state) => state.isPrintAsked);
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const parts = [fetchPaper(), import("../markdown/RenderedMaths"), import("../markdown/highlighter")];
    void Promise.allSettled(parts).then(() => {
      requestAnimationFrame(() => requestAnimationFrame(() => isWanted && window.print()));
    });
    return () => {
      isWanted = false;
    };
  }, [isAsked]);
}
