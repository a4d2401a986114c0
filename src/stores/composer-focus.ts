// A wish for the cursor to be in the composer: the composer hears it wherever it comes from.
import { create } from "zustand";

export const useComposerFocus = create<{ readonly wishes: number }>(() => ({ wishes: 0 }));

export const focusComposer = (): void => useComposerFocus.setState(({ wishes }) => ({ wishes: wishes + 1 }));
