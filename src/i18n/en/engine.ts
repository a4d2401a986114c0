// What the engine reports: why a download waits, and what became of saved readings. Its errors speak English themselves.
import type { EngineTexts } from "../engine-texts";

export const engine: EngineTexts = {
  sentences: null,
  retryReasons: {
    network: () => "The connection to the server broke.",
    short: () => "The server ended its answer early.",
    stalled: () => "The connection stalled.",
    mismatch: () => "The server sent other bytes than asked for.",
    server: (status) => `The server has a fault (status ${status}).`,
    busy: () => "The server asks for a pause (too many requests).",
    refused: (status) => `The server refused the download (status ${status}).`,
  },
  waitsForNetwork: "There is no network. The download goes on by itself when it is back.",
  stateRefused: (label) =>
    `What was saved of reading “${label}” was damaged on the disk. It is deleted and the text is read again.`,
  statesOutdated:
    "What an earlier version of this app had saved of reading is of no use to this one. It is deleted, and the texts are read again when they are asked about.",
  statesFull:
    "The browser has no room to save what has been read, so after a reload it is read again. Answers go on as before; free some disk space or delete saved states in Models.",
};
