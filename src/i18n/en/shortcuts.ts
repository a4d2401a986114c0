// The list of keys, and what they say when they have done something unseen.

export const shortcuts = {
  title: "Keyboard shortcuts",
  groups: { writing: "Writing", chats: "Chats", answers: "Answers", page: "This page" },
  what: {
    send: "Send the message",
    newline: "Begin a new line",
    "recall-older": "The prompt sent before",
    "recall-newer": "Back towards the draft",
    "paste-as-text": "Paste as text, however long",
    "focus-composer": "Go to the message",
    "new-chat": "New chat",
    "search-chats": "Search chats",
    "rename-chat": "Rename this chat",
    "delete-chat": "Delete this chat",
    stop: "Stop the answer",
    "copy-answer": "Copy the last answer",
    "copy-code": "Copy the last block of code",
    settings: "Settings",
    shortcuts: "This list",
  },
  or: "or",
  answerCopied: "Answer copied.",
  codeCopied: "Code copied.",
  noAnswer: "There is no answer to copy.",
  noCode: "There is no code in the last answers.",
  notCopied: "The browser refused to copy",
};
