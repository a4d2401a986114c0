// Words that any part of the page may need.

export const common = {
  cancel: "Cancel",
  close: "Close",
  done: "Done",
  dismiss: "Dismiss",
  undo: "Undo",
  copied: "Copied",
  copyRefused: "The browser refused to copy",
  notDrawn: "The page could not be drawn",
  reloadPage: "Reload the page",
  isSafe: (error: string) => `Your conversations are stored and safe. (${error})`,
  slider: (label: string) => `${label}, slider`,
};
