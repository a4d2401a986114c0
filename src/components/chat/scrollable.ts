// For regions that scroll: the keyboard must be able to reach them, though they are no controls.
export const scrollable = { tabIndex: 0 } as const;
