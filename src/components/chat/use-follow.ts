// Whether the page follows an answer that is being written: as the settings say.
import { useEffect, useRef } from "react";
import type { StickToBottomInstance } from "use-stick-to-bottom";
import { useSettingsStore } from "../../stores/settings-store";

/** Without following, a new answer is brought into sight once and then left alone, wherever it grows. */
export function useFollow(isStreaming: boolean, stick: StickToBottomInstance): void {
  const { scrollToBottom, stopScroll, escapedFromLock } = stick;
  const isHeld = useSettingsStore((state) => !state.settings.autoScroll) && isStreaming;
  const isArriving = useRef(false);
  useEffect(() => {
    if (!isHeld) return;
    isArriving.current = true;
    void Promise.resolve(scrollToBottom("instant")).then(() => {
      isArriving.current = false;
      stopScroll();
    });
  }, [isHeld, scrollToBottom, stopScroll]);
  useEffect(() => {
    // The library holds on again by itself when the content shrinks near its end.
    if (isHeld && !escapedFromLock && !isArriving.current) stopScroll();
  }, [isHeld, escapedFromLock, stopScroll]);
}
