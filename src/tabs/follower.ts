// A tab that works through the one that owns the engine: sends its calls there and waits for what comes of them.
import { BUILD, HALL, type HallMessage, isSaid, type ReplyMessage, roomOf } from "./messages";

/** The tab that ran the model was closed while a call was under way. */
export class EngineMovedError extends Error {
  override readonly name = "EngineMovedError";
  constructor() {
    super("The tab that ran the model was closed before it had answered.");
  }
}

/** The tab that runs the model is of another build of the app: neither would understand the other. */
export class OtherVersionError extends Error {
  override readonly name = "OtherVersionError";
  constructor(build: unknown) {
    super(`The tab that runs the model is of the version ${String(build)}, this one of ${BUILD}.`);
  }
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly callbacks: readonly unknown[]; // its arguments
}

export class Follower {
  private readonly tabId = crypto.randomUUID();
  private readonly hall = new BroadcastChannel(HALL);
  private readonly room = new BroadcastChannel(roomOf(this.tabId));
  private readonly pending = new Map<number, Pending>();
  private readonly waiting = new Set<(isConnected: boolean) => void>();
  private leaderId: string | null = null;
  private leaderBuild: unknown = BUILD; // a build may name itself in a way that this one does not know
  private isOver = false;
  private nextCallId = 0;

  /** `onMoved` is called when another tab has taken the lead. */
  constructor(private readonly onMoved: () => void) {
    this.room.addEventListener("message", ({ data }: MessageEvent<ReplyMessage>) => {
      if (isSaid(data)) this.hear(data);
    });
    this.hall.addEventListener("message", ({ data }: MessageEvent<HallMessage>) => {
      if (!isSaid(data) || data.kind !== "here" || this.isOver) return;
      if (this.leaderId !== null && data.leaderId !== this.leaderId) this.breakOff();
      this.greet();
    });
    // Held as long as this tab lives, so that whoever leads learns of its end.
    void navigator.locks.request(roomOf(this.tabId), () => {
      this.greet();
      return new Promise<never>(() => undefined);
    });
  }

  /** Resolves when a tab is there that calls go to; false: this tab has come to lead itself. */
  isConnected(): Promise<boolean> {
    if (this.leaderId !== null || this.isOver) return Promise.resolve(!this.isOver);
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  call(service: string, method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.leaderBuild !== BUILD) return Promise.reject(new OtherVersionError(this.leaderBuild));
    const callId = this.nextCallId++;
    return new Promise((resolve, reject) => {
      const sent = args.map((arg, callback) => (typeof arg === "function" ? { callback } : arg));
      this.room.postMessage({ kind: "call", callId, service, method, args: sent }); // throws what cannot be sent
      this.pending.set(callId, { resolve, reject, callbacks: args });
    });
  }

  /** This tab leads now. */
  end(): void {
    this.isOver = true;
    this.breakOff();
    this.settle(false);
    this.hall.close();
    this.room.close();
  }

  private greet(): void {
    if (!this.isOver) {
      this.hall.postMessage({ kind: "hello", tabId: this.tabId, build: BUILD } satisfies HallMessage);
    }
  }

  private breakOff(): void {
    const wasConnected = this.leaderId !== null;
    this.leaderId = null;
    this.leaderBuild = BUILD;
    for (const { reject } of this.pending.values()) reject(new EngineMovedError());
    this.pending.clear();
    if (wasConnected && !this.isOver) this.onMoved();
  }

  private settle(isConnected: boolean): void {
    for (const resolve of this.waiting) resolve(isConnected);
    this.waiting.clear();
  }

  private hear(message: ReplyMessage): void {
    if (message.kind === "welcome") {
      this.leaderId = message.leaderId;
      this.leaderBuild = message.build;
      this.settle(true);
      return;
    }
    const call = this.pending.get(message.callId);
    if (!call) return;
    if (message.kind === "callback") {
      const callback = call.callbacks[message.callback];
      if (typeof callback === "function") callback(...message.args);
      return;
    }
    this.pending.delete(message.callId);
    if (message.kind === "result") call.resolve(message.value);
    else call.reject(Object.assign(new Error(message.error.message), message.error));
  }
}
