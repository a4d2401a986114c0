// The arrow keys in a list of chats: from one to the next, and from the search field into what it has found.
import type { KeyboardEvent } from "react";

/** What the arrow keys stop at. */
export const chatRow = { "data-chat-row": "" } as const;

/** Or, with a step of -1, before. */
export function rowAfter(row: HTMLElement, step = 1): HTMLElement | undefined {
  const stops = [...(row.closest("nav")?.querySelectorAll<HTMLElement>("[data-chat-row]") ?? [])];
  return stops[stops.indexOf(row) + step];
}

export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  const next = rowAfter(event.currentTarget, step);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
