// The lock, and what may leave the device; fetched when it is first shown.

export const privacy = {
  title: "What leaves this device",
  lock: "Lock: nothing leaves this device",
  unlock: "Unlock",
  reload: "Reload this page",
  locked: "Offline lock",
  lockedLabel: "Locked: nothing leaves this device",
  lockedHelp:
    "The browser refuses every connection to this page, which has just tried one. Downloads and new versions wait, and links stay closed, until you unlock. Unlocking reloads the page.",
  openLabel: "Not locked: models can be downloaded",
  lockHelp:
    "Your model is here, so nothing more is needed from outside. The lock has the browser refuse every connection, until you open it again. Locking reloads the page.",
  modelFirst: "The lock can be set once a model is on this device.",
  unavailable:
    "The lock needs the app to be kept by this browser. That takes a moment after the first visit; private windows may not allow it.",
  loose: "Lock not in force",
  looseLabel: "The lock is set, but not in force in this tab",
  looseHelp:
    "This tab was loaded before the lock was set, or past it. Reload it to bring the lock into force.",
  staysTitle: "What stays here",
  stays: [
    "Chats, documents and answers are kept in this browser. The parts of the app that read them cannot connect to another site: the browser enforces it.",
    "Nothing that an answer or a document names is fetched: no picture, no style, no script.",
  ],
  leavesTitle: "What goes out while it is not locked",
  leaves: [
    "A download asks the model’s server for the file. It sees your network address and which file you want, nothing else.",
    "A link opens another site when you click it.",
    "This app’s own server is asked for the app’s files and for new versions.",
  ],
  browserAsks:
    "Even under the lock the browser may look by itself whether this app’s server has a new version (the file sw.js). That request carries nothing of yours.",
  linkKeptClosed: "The page is locked, so the link was not opened.",
  downloadRefused:
    "You have locked this page, so that nothing leaves this device. To download, click the lock beside the model’s name and unlock.",
  licences: "Licences of the software in this app",
};
