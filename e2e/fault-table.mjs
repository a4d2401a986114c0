// Every fault that the app must survive, and how tests inject it. A test shows a fault by naming it in its title, as in
// "goes on where it broke [F1]" or "[F5, F7]"; `npm test` ends with this list and what became of each.

/**
 * @typedef {object} ListedFault
 * @property {string} id
 * @property {string} fault
 * @property {string} injected
 * @property {string} [notHere] why it, or the part of it that is named, cannot be injected on a machine of CI
 */

/** @type {readonly ListedFault[]} */
export const FAULTS = [
  { id: "F1", fault: "connection reset in a chunk", injected: "server destroys the socket" },
  { id: "F2", fault: "body ends early without a word", injected: "server sends no length and half a body" },
  { id: "F3", fault: "connection stalls", injected: "server stops sending" },
  { id: "F4", fault: "range ignored", injected: "server answers 200 and the whole file" },
  { id: "F5", fault: "file changes on the server", injected: "server swaps, shortens or lengthens it" },
  { id: "F6", fault: "wrong Content-Range, extra bytes", injected: "server lies about ranges and lengths" },
  {
    id: "F7",
    fault: "flipped bit in a chunk",
    injected: "server flips one bit",
    notHere:
      "which chunk: hosts give one hash, of the whole file, so all of it is fetched again, once the user asks",
  },
  { id: "F8", fault: "signed address runs out", injected: "server redirects to addresses that work once" },
  { id: "F9", fault: "429, with and without CORS", injected: "server answers 429" },
  { id: "F10", fault: "storm of 500, no network", injected: "server answers 500; fetch fails; offline" },
  { id: "F11", fault: "redirect to a foreign host", injected: "server redirects off the allowed hosts" },
  { id: "F12", fault: "captive portal", injected: "server answers with a web page" },
  { id: "F13", fault: "compressed body, cut", injected: "server cuts a gzip body in half" },
  {
    id: "F14",
    fault: "user pauses, cancels, closes the page",
    injected: "buttons; the page closed on the way",
  },
  { id: "F15", fault: "tab crashes while downloading", injected: "renderer crashed at random times" },
  { id: "F16", fault: "browser killed", injected: "SIGKILL at random times" },
  { id: "F17", fault: "two tabs download one model", injected: "two installations at once" },
  { id: "F18", fault: "quota hit in a model write", injected: "quota of the origin lowered" },
  { id: "F19", fault: "quota hit in a chat save", injected: "quota of the origin lowered; writes fail" },
  { id: "F20", fault: "site data cleared while running", injected: "browser clears the origin's data" },
  { id: "F21", fault: "connection to IndexedDB lost", injected: "transactions refused; connection closed" },
  {
    id: "F22",
    fault: "database blocked, or of a newer version",
    injected: "a second connection; a higher version",
  },
  { id: "F23", fault: "migration dies halfway", injected: "each write of the upgrade fails in turn" },
  {
    id: "F24",
    fault: "no private file system",
    injected: "",
    notHere: "the app keeps everything in IndexedDB and never asks for one",
  },
  { id: "F25", fault: "IndexedDB value too large", injected: "a private window with chunks of every size" },
  { id: "F26", fault: "persistence denied, or never answered", injected: "persist() says no; never settles" },
  { id: "F27", fault: "stored model damaged later", injected: "bits flipped and chunks cut in storage" },
  {
    id: "F28",
    fault: "model in use by another tab",
    injected: "two tabs; the one that leads closed; one of another version of the app",
  },
  { id: "F29", fault: "short read", injected: "stored chunks and files cut short" },
  { id: "F30", fault: "model evicted, chats kept; the reverse", injected: "databases deleted one by one" },
  { id: "F31", fault: "corrupt records, unknown schema", injected: "junk written into each store" },
  { id: "F32", fault: "no WebGPU, no adapter", injected: "flags taken away; the adapter refused" },
  { id: "F33", fault: "limits too small", injected: "adapter and device with lower limits" },
  { id: "F34", fault: "GPU out of memory", injected: "each allocation in turn asks for more than there is" },
  {
    id: "F35",
    fault: "device lost while idle, reading, writing",
    injected: "device destroyed; GPU process crashed",
  },
  { id: "F36", fault: "device lost twice, no adapter left", injected: "GPU process crashed twice" },
  { id: "F37", fault: "device lost while weights go up", injected: "device destroyed" },
  {
    id: "F38",
    fault: "map broken off, or never settled",
    injected: "device destroyed; a promise that never settles",
  },
  { id: "F39", fault: "shader does not compile", injected: "a kernel with a fault in it" },
  { id: "F40", fault: "NaN in the logits", injected: "a weight that is NaN" },
  { id: "F41", fault: "slow GPU", injected: "a clock of the test's own; a model that is slow" },
  { id: "F42", fault: "validation error that nobody caught", injected: "a write beyond a buffer's end" },
  {
    id: "F43",
    fault: "worker dies, throws, sends what is unreadable",
    injected: "terminated; closes itself; events made so",
  },
  { id: "F44", fault: "tab crashes while answering", injected: "renderer crashed" },
  {
    id: "F45",
    fault: "page frozen and resumed",
    injected: "life-cycle state set by the browser",
    notHere: "workers, which that command leaves running and a browser that saves energy does not",
  },
  { id: "F46", fault: "stop, edit, delete, switch while answering", injected: "the user does, mid-answer" },
  { id: "F47", fault: "clock jumps", injected: "the page's clock set back and forth" },
  {
    id: "F48",
    fault: "offline, on the first and second visit",
    injected: "network of the page cut",
    notHere: "the first visit: what the browser shows then is its own",
  },
  { id: "F49", fault: "update while answering, downloading", injected: "new build put on the server" },
  { id: "F50", fault: "part of an update missing", injected: "server answers 404 for one file of it" },
  { id: "F51", fault: "old page, newer database", injected: "a newer version opened beside the page" },
  { id: "F52", fault: "service worker stopped, unregistered", injected: "browser stops and drops it" },
  { id: "F53", fault: "zip bombs, encrypted, huge, empty, wrong files", injected: "files made so" },
  { id: "F54", fault: "huge and hostile text", injected: "5 MB, lone surrogates, NUL, bidi, 10⁵ marks" },
  { id: "F55", fault: "context overflows", injected: "documents and chats longer than it" },
  { id: "F56", fault: "hostile GGUF", injected: "the 33 kinds of llama.cpp and more; mutations" },
  { id: "F57", fault: "corrupt or hostile chat archive", injected: "every field of one damaged in turn" },
];
