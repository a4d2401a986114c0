// The service worker: keeps the app for offline use, puts the headers of policies.mjs on what it serves, and holds the lock.
// Weights live in IndexedDB and never pass through it.
import { clientsClaim } from "workbox-core";
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { forgetLock, lockAtHand, readLock, setLock } from "./lock";
import { headersOf } from "./policies.mjs";
import { isSharing, takeShared } from "./shared-files";

declare const self: ServiceWorkerGlobalScope;

class LockedError extends Error {
  override readonly name = "LockedError";
}

/** bench.html takes parameters and is the same page; so is any other. */
const isPrecached = ({ method, url, mode }: Request): boolean => {
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return false;
  return mode === "navigate" || getCacheKeyForURL(origin + pathname) !== undefined;
};

// Before workbox's own listener, which answers what is precached and leaves everything else to the browser.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (isSharing(request)) event.respondWith(takeShared(request));
  else if (!isPrecached(request) && lockAtHand() !== false) event.respondWith(passUnlessLocked(request));
});

const passUnlessLocked = async (request: Request): Promise<Response> =>
  (await readLock()) ? Response.error() : fetch(request);

self.addEventListener("message", (event) => {
  const { type, isLocked } = event.data ?? {};
  if (type === "SKIP_WAITING") void self.skipWaiting();
  if (type !== "set-lock") return;
  const done = setLock(isLocked === true).then(() => event.ports[0]?.postMessage("done"));
  event.waitUntil(done);
});

self.addEventListener("activate", forgetLock);
void readLock();

addPlugins([
  {
    // What the cache has lost, and a new version, wait until the lock is open.
    requestWillFetch: async ({ request }) => {
      if (await readLock()) throw new LockedError(`${request.url} is not asked for under the lock`);
      return request;
    },
    handlerWillRespond: async ({ request, response }) => {
      const { status, statusText, headers: stored, body } = response;
      const headers = new Headers(stored);
      const isLocked = await readLock();
      const isPage = headers.get("Content-Type")?.startsWith("text/html");
      const pathname = isPage ? "/" : new URL(request.url).pathname;
      for (const [name, value] of Object.entries(headersOf(pathname, { isLocked }))) headers.set(name, value);
      return new Response(body, { status, statusText, headers });
    },
  },
]);

// Each with the SHA-256 of what was built: a file that came otherwise fails the installation, and the version before stays.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL("index.html")));
clientsClaim(); // a page open before the first install still works offline when reloaded
