// Which day it is, for what is shown by day. Follows the clock: at midnight, and when a page that slept is looked at again.
import { create } from "zustand";
import { midnightOf } from "./day-groups";

export const useDayStore = create<{ readonly today: number }>(() => ({ today: midnightOf(Date.now()) }));

export function watchDay(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    const today = midnightOf(Date.now());
    if (useDayStore.getState().today !== today) useDayStore.setState({ today });
    timer = setTimeout(look, midnightOf(Date.now(), -1) - Date.now());
  };
  document.addEventListener("visibilitychange", look);
  look();
}
