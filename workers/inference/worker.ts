// Exposes an Engine to the page, and holds a lock as long as it lives; nothing else.
import "../guard";
import "../own-scripts";
import * as Comlink from "comlink";
import { Engine } from "./engine";
import { carryFigures } from "./thrown";

carryFigures();
Comlink.expose(new Engine(navigator.gpu));

// The browser frees the lock however the worker ends, and so the page, which waits for it, learns of that at once.
void navigator.locks?.request(self.name, () => {
  self.postMessage("alive");
  return new Promise<never>(() => undefined);
});
