// The tab that owns the engine, at work for another one: runs its calls and sends back what comes of them.
import {
  BUILD,
  type CallbackMark,
  type CallMessage,
  type CarriedError,
  isSaid,
  type ReplyMessage,
  roomOf,
  type Service,
} from "./messages";

const isMark = (arg: unknown): arg is CallbackMark =>
  typeof arg === "object" && arg !== null && "callback" in arg;

/** What is none gets no answer: only another page of this origin could have sent it. */
const isCall = (data: unknown): data is CallMessage =>
  isSaid(data) && data.kind === "call" && "args" in data && Array.isArray(data.args);

/** Until that tab is gone: it holds a lock as long as it lives. What it still had running is stopped then. */
export function serveTab(tabId: string, leaderId: string, services: Readonly<Record<string, Service>>): void {
  const room = new BroadcastChannel(roomOf(tabId));
  const requestIds = new Set<string>();
  let isGone = false;
  const send = (message: ReplyMessage): void => {
    if (!isGone) room.postMessage(message);
  };
  const run = async ({ callId, service, method, args }: CallMessage): Promise<void> => {
    const requestId = findRequestId(args[0]);
    if (requestId !== null) requestIds.add(requestId);
    try {
      const values = args.map((arg) => {
        if (!isMark(arg)) return arg;
        const { callback } = arg;
        return (...given: unknown[]) => send({ kind: "callback", callId, callback, args: given });
      });
      const call = Object.hasOwn(services, service) ? services[service] : undefined;
      if (!call) throw new Error(`The tab that runs the model knows no “${service}”: reload both tabs.`);
      send({ kind: "result", callId, value: await call(method, values) });
    } catch (error) {
      send({ kind: "error", callId, error: carry(error) });
    } finally {
      if (requestId !== null) requestIds.delete(requestId);
    }
  };
  room.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isCall(data)) void run(data);
  });
  void navigator.locks.request(roomOf(tabId), () => {
    isGone = true;
    room.close();
    for (const requestId of requestIds) services.engine?.("stop", [requestId]).catch(() => undefined); // the worker may be gone, too
  });
  send({ kind: "welcome", leaderId, build: BUILD });
}

function carry(thrown: unknown): CarriedError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { name, message } = error;
  return "figures" in error ? { name, message, figures: error.figures } : { name, message };
}

function findRequestId(request: unknown): string | null {
  if (typeof request !== "object" || request === null || !("requestId" in request)) return null;
  return typeof request.requestId === "string" ? request.requestId : null;
}
