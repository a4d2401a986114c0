// The page as a whole: its update, its installation.

export const app = {
  install: "Install as an app",
  updateIsHere: "A new version is here.",
  updateWaits: "The new version comes when what is going on is done.",
  otherVersionAsks:
    "Another tab has another version of this app, and cannot use the model that runs here. Reload this one for the newest version.",
  reload: "Reload",
};
