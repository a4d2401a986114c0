// What a screen reader is told in passing: read by the page's one live region.
import { create } from "zustand";

export interface Announcement {
  readonly text: string;
}

interface AnnouncementStore {
  readonly announcement: Announcement | null; // a new object each time, so that the same words are said again
}

export const useAnnouncementStore = create<AnnouncementStore>(() => ({ announcement: null }));

export function announce(text: string): void {
  useAnnouncementStore.setState({ announcement: { text } });
}
