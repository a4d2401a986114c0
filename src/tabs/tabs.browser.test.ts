// Tabs that work through one of them. Here they are in one page, which the channels do not mind; the one that is closed is a worker.
import { afterEach, expect, it } from "vitest";
import { Follower, OtherVersionError } from "./follower";
import { receiveTabs } from "./leadership";
import { BUILD, HALL, type HallMessage, type ReplyMessage, roomOf, type Service } from "./messages";

interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
}

const followers: Follower[] = [];
let moves = 0;
let strangers = 0;
let leave = (): void => undefined;

function follow(): Follower {
  const follower = new Follower(() => moves++);
  followers.push(follower);
  return follower;
}

/** An engine that counts aloud, fails by name, and never ends what is endless. */
function lead(): Call[] {
  const calls: Call[] = [];
  const engine: Service = async (method, args) => {
    calls.push({ method, args });
    if (method === "count") for (let n = 1; n <= 100; n++) (args[1] as (n: number) => void)(n);
    if (method === "fail")
      throw Object.assign(new Error("too long"), { name: "ContextTooLongError", figures: [7] });
    if (method === "generate") await new Promise(() => undefined);
    return method;
  };
  leave(); // a tab that is closed hears nothing more
  leave = receiveTabs({ engine }, () => strangers++);
  return calls;
}

afterEach(() => {
  for (const follower of followers.splice(0)) follower.end();
  moves = 0;
  strangers = 0;
});

it("carries calls, their callbacks in order before the result, and errors by their name", async () => {
  const early = follow(); // greets nobody
  lead();
  const late = follow();
  for (const follower of [early, late]) {
    expect(await follower.isConnected()).toBe(true);
    const heard: number[] = [];
    expect(await follower.call("engine", "count", [{}, (n: number) => heard.push(n)])).toBe("count");
    expect(heard).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    await expect(follower.call("engine", "fail", [])).rejects.toMatchObject({
      name: "ContextTooLongError",
      message: "too long",
      figures: [7],
    });
    await expect(follower.call("nothing", "fail", [])).rejects.toThrow("reload both tabs");
  }
});

it("rejects what waits when another tab takes the lead, and goes on with that one", async () => {
  const follower = follow();
  lead();
  await follower.isConnected();
  const pending = follower.call("engine", "generate", [{ requestId: "r" }]);
  const calls = lead();
  await expect(pending).rejects.toMatchObject({ name: "EngineMovedError" });
  expect(moves).toBe(1);
  expect(await follower.isConnected()).toBe(true);
  await follower.call("engine", "listModels", []);
  expect(calls.map(({ method }) => method)).toEqual(["listModels"]);
});

it("rejects what waits when this tab takes the lead itself", async () => {
  const follower = follow();
  lead();
  await follower.isConnected();
  const pending = follower.call("engine", "generate", [{ requestId: "r" }]);
  follower.end();
  await expect(pending).rejects.toMatchObject({ name: "EngineMovedError" });
  expect(await follower.isConnected()).toBe(false);
});

it("stops what a tab had under way when that tab is closed", async () => {
  const calls = lead();
  const script = (lock: string, hall: string, hello: HallMessage) => `
    const room = new BroadcastChannel("${lock}");
    const call = { kind: "call", callId: 0, service: "engine", method: "generate", args: [{ requestId: "r1" }] };
    room.onmessage = () => room.postMessage(call);
    navigator.locks.request("${lock}", () => {
      new BroadcastChannel("${hall}").postMessage(${JSON.stringify(hello)});
      return new Promise(() => undefined);
    });`;
  const code = script(roomOf("closing"), HALL, { kind: "hello", tabId: "closing", build: BUILD });
  const tab = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  await expect.poll(() => calls).toEqual([{ method: "generate", args: [{ requestId: "r1" }] }]);
  tab.terminate();
  await expect.poll(() => calls.at(-1)).toEqual({ method: "stop", args: ["r1"] });
});

/** A message of a build that this one knows nothing of. */
const foreign = (message: Partial<HallMessage | ReplyMessage>): unknown => message;

it.each([{ build: "0.0.9 0123456789abcdef" }, { build: 9 }, {}])(
  "runs nothing for a tab of another build, and tells it which one this is: %o",
  async (name) => {
    const calls = lead();
    const room = new BroadcastChannel(roomOf("old"));
    const heard: unknown[] = [];
    room.onmessage = ({ data }) => heard.push(data);
    const hall = new BroadcastChannel(HALL);
    hall.postMessage(foreign({ kind: "hello", tabId: "old", ...name } as object));
    await expect.poll(() => heard).toEqual([expect.objectContaining({ kind: "welcome", build: BUILD })]);
    expect(strangers).toBe(1);
    room.postMessage({ kind: "call", callId: 0, service: "engine", method: "deleteModel", args: ["m"] });
    const follower = follow(); // what it is answered comes after what the other one might be
    await follower.isConnected();
    await follower.call("engine", "listModels", []);
    expect(calls.map(({ method }) => method)).toEqual(["listModels"]);
    expect(heard).toHaveLength(1);
    for (const channel of [room, hall]) channel.close();
  },
);

it.each([{ build: "0.0.9 0123456789abcdef" }, { build: 9 }, {}])(
  "asks nothing of a tab of another build, until one of its own leads: %o",
  async (name) => {
    leave();
    const hall = new BroadcastChannel(HALL);
    const asked: unknown[] = []; // of whoever leads: the channel is the follower's
    hall.onmessage = ({ data }: MessageEvent<HallMessage>) => {
      if (data.kind !== "hello") return;
      const room = new BroadcastChannel(roomOf(data.tabId));
      room.onmessage = (event) => event.data.kind === "call" && asked.push(event.data);
      room.postMessage(foreign({ kind: "welcome", leaderId: "old", ...name } as object));
    };
    const follower = follow();
    expect(await follower.isConnected()).toBe(true);
    await expect(follower.call("engine", "listModels", [])).rejects.toThrow(OtherVersionError);
    await expect(follower.call("engine", "listModels", [])).rejects.toThrow(`this one of ${BUILD}`);
    hall.close();
    lead();
    await expect.poll(() => moves).toBe(1);
    expect(await follower.isConnected()).toBe(true);
    expect(await follower.call("engine", "listModels", [])).toBe("listModels");
    await expect.poll(() => asked).toEqual([expect.objectContaining({ callId: 0, method: "listModels" })]);
  },
);

it("stays there whatever is said on its channels, and ends each call [Z13]", async () => {
  const calls = lead();
  const follower = follow();
  await follower.isConnected();
  const own = new BroadcastChannel(HALL);
  const whose = Promise.withResolvers<string>();
  const hear = new BroadcastChannel(HALL);
  hear.onmessage = ({ data }: MessageEvent<HallMessage | null>) => {
    if (data?.kind === "hello") whose.resolve(data.tabId);
  };
  const second = follow();
  const room = new BroadcastChannel(roomOf(await whose.promise));
  await second.isConnected();
  const values = [
    null,
    -1,
    "",
    [],
    {},
    "call",
    undefined,
    { callback: 9 },
    ["x"],
    "__proto__",
    "constructor",
  ];
  const kinds = ["hello", "here", "welcome", "call", "callback", "result", "error", null, undefined];
  for (const value of values) {
    for (const channel of [own, room]) channel.postMessage(value);
    for (const kind of kinds) {
      // "here" and "welcome" would be another leader's, of a build of its own.
      if (kind !== "here") own.postMessage({ kind, tabId: value, build: value });
      if (kind === "welcome") continue;
      room.postMessage({ kind, callId: value, callback: value, args: value, error: value });
      room.postMessage({ kind, callId: value, service: value, method: value, args: [value] });
    }
  }
  for (const service of values) {
    const call = second.call(String(service), "count", []);
    await expect(call, String(service)).rejects.toThrow("reload both tabs");
  }
  await expect(second.call("engine", "list", [{ inner: () => undefined }])).rejects.toThrow(/clone/);
  for (const tab of [follower, second]) expect(await tab.call("engine", "list", [])).toBe("list");
  expect(calls.filter(({ method }) => method === "list")).toHaveLength(2);
  for (const channel of [own, hear, room]) channel.close();
});
