// Vitest's browser mode in a Firefox as Debian ships it, which Playwright cannot drive: Vitest's page does all by itself once it
// is open, so that a browser that opens one address is enough.
import { defineBrowserProvider } from "@vitest/browser";
import { findFirefox, startFirefox } from "./firefox.mjs";

class FirefoxProvider {
  name = "firefox-esr";
  supportsParallelism = true; // a browser a page
  #running = new Set();

  getCommandsContext() {
    return {};
  }

  async openPage(_sessionId, url) {
    const executable = findFirefox();
    if (!executable) throw new Error("These tests need Firefox: install it, or name one in FIREFOX.");
    this.#running.add(startFirefox(executable, url));
  }

  async close() {
    await Promise.all([...this.#running].map((browser) => browser.close()));
  }
}

export const firefox = () =>
  defineBrowserProvider({
    name: "firefox-esr",
    supportedBrowser: ["firefox"],
    options: {},
    providerFactory: () => new FirefoxProvider(),
  });
