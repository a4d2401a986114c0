// The lock "nothing leaves this device", as the user sees it. It counts as closed only when the browser has been seen to refuse a
// connection both to the page and to the worker that holds the chats.
import { create } from "zustand";
import { isCutOff } from "../../workers/service/lock-proof";
import { useLanguageStore } from "../i18n/language-store";
import { loadPrivacyTexts } from "../i18n/privacy-texts";
import { engine } from "../inference";
import { isLockSet } from "./lock-gate";
import { usePanelStore } from "./panel-store";
import { replyEnded } from "./reply-store";
import { showToast } from "./toast-store";

export type LockState =
  | { readonly status: "checking" }
  | { readonly status: "unavailable" } // no service worker keeps this page yet
  | { readonly status: "open" }
  | { readonly status: "changing" } // the page is about to be loaded again
  | { readonly status: "closed" }
  | { readonly status: "loose" }; // set, but this page was loaded without it

interface LockStore {
  readonly lock: LockState;
  start(): void;
  /** The policy of a page and of its workers is fixed when they are loaded: a change loads them again. */
  change(isLocked: boolean): Promise<void>;
}

const ANSWER_MS = 5_000;
/** Tells the other tabs, which are loaded again at their own time. */
const channel = new BroadcastChannel("jamba-lock");

let hasStarted = false;

export const useLockStore = create<LockStore>((set) => ({
  lock: { status: "checking" },
  start: () => {
    if (hasStarted) return;
    hasStarted = true;
    const check = (): void => void findState().then((status) => set({ lock: { status } }));
    channel.onmessage = check;
    navigator.serviceWorker?.addEventListener("controllerchange", check);
    for (const type of ["click", "auxclick"]) document.addEventListener(type, keepLinkClosed, true);
    check();
  },
  change: async (isLocked) => {
    set({ lock: { status: "changing" } });
    await replyEnded();
    await engine.pauseDownload().catch(() => {}); // no worker, no download
    await tell(isLocked);
    channel.postMessage("changed");
    location.reload();
  },
}));

async function findState(): Promise<Exclude<LockState["status"], "checking" | "changing">> {
  const isKept = navigator.serviceWorker?.controller != null;
  if (!(await isLockSet())) return isKept ? "open" : "unavailable";
  const proofs = [isCutOff("./theme.js"), engine.isCutOff().catch(() => false)];
  return (await Promise.all(proofs)).every(Boolean) ? "closed" : "loose";
}

/** The service worker sets the lock, so that it holds before the page is loaded again. */
async function tell(isLocked: boolean): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const { promise, resolve } = Promise.withResolvers<unknown>();
  port1.onmessage = resolve;
  active?.postMessage({ type: "set-lock", isLocked }, [port2]);
  await Promise.race([promise, new Promise((done) => setTimeout(done, ANSWER_MS))]);
}

/** A click on a link to another site would tell that site something. */
function keepLinkClosed(event: Event): void {
  const { lock } = useLockStore.getState();
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || lock.status === "open" || lock.status === "unavailable") return;
  const isElsewhere = /^https?:$/.test(link.protocol) && link.origin !== location.origin;
  if (!isElsewhere && link.protocol !== "mailto:") return;
  event.preventDefault();
  event.stopPropagation();
  void currentPrivacyTexts().then((texts) => {
    const run = (): void => usePanelStore.getState().open({ kind: "privacy" });
    showToast(texts.linkKeptClosed, { action: { label: texts.title, run } });
  });
}

const currentPrivacyTexts = () => loadPrivacyTexts(useLanguageStore.getState().language);

/** A problem that its own words explain. */
export async function lockedError(): Promise<Error> {
  const { downloadRefused } = await currentPrivacyTexts();
  return Object.assign(new Error(downloadRefused), { name: "LockedError" });
}
