// Words that any part of the page may need.

export const common = {
  cancel: "Cancel",
  close: "Close",
  done: "Done",
  undo: "Undo",
  slider: (label: string) => `${label}, slider`,
};
