// Choosing several chats of the list at once.
import { create } from "zustand";

interface ChatSelectionStore {
  readonly isSelecting: boolean;
  readonly selected: ReadonlySet<string>;
  begin(): void;
  end(): void;
  /** With `isRange`, from the one chosen last to this one, in the order of the list. */
  toggle(id: string, order: readonly string[], isRange: boolean): void;
  /** All of the list, or, where all are chosen, none. */
  toggleAll(order: readonly string[]): void;
}

let anchorId: string | null = null;

export const useChatSelectionStore = create<ChatSelectionStore>((set, get) => ({
  isSelecting: false,
  selected: new Set(),
  begin: () => {
    anchorId = null;
    set({ isSelecting: true, selected: new Set() });
  },
  end: () => set({ isSelecting: false, selected: new Set() }),
  toggle: (id, order, isRange) => {
    const { selected } = get();
    const wanted = !selected.has(id);
    set({ selected: withChoice(selected, isRange ? rangeOf(order, anchorId, id) : [id], wanted) });
    anchorId = id;
  },
  toggleAll: (order) => {
    const { selected } = get();
    set({ selected: withChoice(selected, order, !order.every((id) => selected.has(id))) });
  },
}));

function withChoice(
  selected: ReadonlySet<string>,
  ids: readonly string[],
  isChosen: boolean,
): ReadonlySet<string> {
  const changed = new Set(selected);
  for (const id of ids) {
    if (isChosen) changed.add(id);
    else changed.delete(id);
  }
  return changed;
}

/** Both ends and what lies between them; the second alone when the first is not in the list any more. */
export function rangeOf(order: readonly string[], fromId: string | null, toId: string): readonly string[] {
  const from = fromId === null ? -1 : order.indexOf(fromId);
  const to = order.indexOf(toId);
  if (from < 0 || to < 0) return [toId];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}
