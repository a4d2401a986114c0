// Starts the inference worker and wraps it; the only file that knows there is one. A worker that dies never answers, and
// Comlink would wait for ever: death rejects what was waiting for it. The worker holds a lock that the browser frees when it
// ends, however it ends; one that lives and does nothing more is found by a heartbeat, which runs while a call is pending.
import * as Comlink from "comlink";
import type { EngineEvent, InferenceApi } from "../workers/inference/api";
import type { Follower } from "./tabs/follower";
import { joinTabs, receiveTabs } from "./tabs/leadership";
import type { Service } from "./tabs/messages";

/** One heartbeat this often while a call is pending… */
const HEARTBEAT_MS = 5_000;
/** …and so many unanswered in a row mean death: a slow machine may take its time. Ticks are counted, not time, so that a
 * computer's sleep kills nothing. */
const MISSED_HEARTBEATS = 6;

export class WorkerDiedError extends Error {
  override readonly name = "WorkerDiedError";
}

interface Session {
  readonly remote: Comlink.Remote<InferenceApi>;
  readonly died: Promise<never>;
  readonly beginCall: () => void;
  readonly endCall: () => void;
  readonly kill: (reason: string) => void;
}

let session: Session | null = null;
const eventListeners = new Set<(event: EngineEvent) => void>();
const deathListeners = new Set<(error: WorkerDiedError) => void>();

/** Events that no call waits for: a lost device, closed storage. Returns the function that stops listening. */
export function onEngineEvent(listener: (event: EngineEvent) => void): () => void {
  eventListeners.add(listener);
  return () => eventListeners.delete(listener);
}

/** Of this tab's worker, or as the tab that leads has heard it. */
export function tellEvent(event: EngineEvent): void {
  for (const listener of eventListeners) listener(event);
}

export function onWorkerDeath(listener: (error: WorkerDiedError) => void): () => void {
  deathListeners.add(listener);
  return () => deathListeners.delete(listener);
}

/** The worker as plain calls. Callbacks are proxied here; every call rejects when the worker dies, or the tab that has it. */
export const engine = new Proxy({} as InferenceApi, {
  get: (_target, method: string) => callMethod.bind(null, method as keyof InferenceApi),
});

// ---- The tabs of a browser share one worker ------------------------------------------------------------------------

let joined: Promise<void> = Promise.resolve();
let following: Follower | null = null; // null: the worker is this tab's own
const services: Record<string, Service> = {
  engine: (method, args) => callMethod(method as keyof InferenceApi, ...args),
};
let isShared = false;
let isLeader = false; // after another tab
const moveListeners = new Set<() => void>();
const strangerListeners = new Set<() => void>();

/** What other tabs may call in the one that leads, beside the engine. */
export function offerService(name: string, service: Service): void {
  services[name] = service;
}

/** Before anything is called: this tab takes the lead, or works through the one that has it. */
export function shareEngine(): void {
  if (isShared) return;
  isShared = true;
  joined = join();
}

async function join(): Promise<void> {
  if (await joinTabs(takeLead)) {
    receiveTabs(services, tellStranger);
    return;
  }
  const { Follower } = await import("./tabs/follower");
  if (!isLeader) following = new Follower(tellMoved);
}

function takeLead(): void {
  isLeader = true;
  const before = following;
  following = null;
  receiveTabs(services, tellStranger);
  before?.end();
  tellMoved();
}

function tellMoved(): void {
  for (const listener of moveListeners) listener();
}

/** The tab that had the engine is gone; this one has it now, unless it follows another. */
export function onEngineMoved(listener: () => void): void {
  moveListeners.add(listener);
}

function tellStranger(): void {
  for (const listener of strangerListeners) listener();
}

/** A tab of another build would work through this one, and was refused. */
export function onOtherBuild(listener: () => void): void {
  strangerListeners.add(listener);
}

/** The tab that leads, or null: this one does. */
export async function findLeader(): Promise<Follower | null> {
  await joined;
  const leader = following;
  return leader === null || (await leader.isConnected()) ? leader : findLeader();
}

export const isFollowing = (): boolean => following !== null;

async function callMethod(method: keyof InferenceApi, ...args: unknown[]): Promise<unknown> {
  const leader = await findLeader();
  if (leader) return leader.call("engine", method, args);
  session ??= startSession();
  const { remote, died, beginCall, endCall } = session;
  beginCall();
  try {
    const call = remote[method] as unknown as (...values: unknown[]) => Promise<unknown>;
    const proxied = args.map((arg) => (typeof arg === "function" ? Comlink.proxy(arg) : arg));
    return await Promise.race([call(...proxied), died]);
  } finally {
    endCall();
  }
}

function startSession(): Session {
  const lock = `inference-${crypto.randomUUID()}`;
  const worker = new Worker(new URL("../workers/inference/worker.ts", import.meta.url), {
    type: "module",
    name: lock,
  });
  const remote = Comlink.wrap<InferenceApi>(worker);
  let rejectDied = (_error: WorkerDiedError): void => {};
  const died = new Promise<never>((_resolve, reject) => {
    rejectDied = reject;
  });
  died.catch(() => {}); // nobody may be waiting
  const kill = (reason: string): void => {
    if (session !== started) return;
    session = null;
    heartbeat.stop();
    worker.terminate();
    const error = new WorkerDiedError(reason);
    rejectDied(error);
    for (const listener of deathListeners) listener(error);
  };
  const heartbeat = startHeartbeat(remote, () => kill("It stopped answering."));
  // What nobody caught has broken off some call, and none knows which.
  worker.addEventListener("error", (event) => kill(event.message || "It could not start."));
  worker.addEventListener("message", ({ data }) => {
    if (data === "alive") void navigator.locks.request(lock, () => kill("It ended."));
  });
  worker.addEventListener("messageerror", () => kill("A message could not be read."));
  const started: Session = { remote, died, kill, beginCall: heartbeat.begin, endCall: heartbeat.end };
  void Promise.resolve(remote.listen(Comlink.proxy(tellEvent)));
  return started;
}

function startHeartbeat(remote: Comlink.Remote<InferenceApi>, onSilence: () => void) {
  let pendingCalls = 0;
  let missed = 0;
  let timer: ReturnType<typeof setInterval> | null = null;
  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const tick = (): void => {
    missed += 1;
    if (missed > MISSED_HEARTBEATS) {
      onSilence();
      return;
    }
    // The catalogue is a constant: the cheapest question the worker can answer.
    const hearAnswer = (): void => {
      missed = 0;
    };
    void remote.listCatalogue().then(hearAnswer, hearAnswer);
  };
  return {
    stop,
    begin: (): void => {
      pendingCalls += 1;
      if (timer !== null) return;
      missed = 0;
      timer = setInterval(tick, HEARTBEAT_MS);
    },
    end: (): void => {
      pendingCalls -= 1;
      if (pendingCalls === 0) stop();
    },
  };
}
