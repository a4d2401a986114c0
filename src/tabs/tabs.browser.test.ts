// Tabs that work through one of them. Here they are in one page, which the channels do not mind; the one that is closed is a worker.
import { afterEach, expect, it } from "vitest";
import { Follower } from "./follower";
import { receiveTabs } from "./leadership";
import { HALL, type HallMessage, roomOf, type Service } from "./messages";

interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
}

const followers: Follower[] = [];
let moves = 0;
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
  leave = receiveTabs({ engine });
  return calls;
}

afterEach(() => {
  for (const follower of followers.splice(0)) follower.end();
  moves = 0;
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
  const code = script(roomOf("closing"), HALL, { kind: "hello", tabId: "closing" });
  const tab = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  await expect.poll(() => calls).toEqual([{ method: "generate", args: [{ requestId: "r1" }] }]);
  tab.terminate();
  await expect.poll(() => calls.at(-1)).toEqual({ method: "stop", args: ["r1"] });
});
