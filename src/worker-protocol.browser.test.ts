// Calls that no page of this build would make: methods that are not there, arguments of the wrong kind. Each ends, in what it
// promises or in an error that says something, and afterwards the engine answers as it did before. The real worker.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FormattedRequest, GenerateEvent } from "../workers/inference/api";
import { buildToyModel, TOY_CONFIG } from "../workers/inference/parse/toy-model";
import { engine, onWorkerDeath } from "./inference";

/** A few milliseconds each: some of them read, load or write. */
const CALLS = 2_000;
/** A call that has not ended by itself is stopped, as a user would; then it has so long. */
const PATIENCE_MS = 300;
const LIMIT_MS = 10_000;

type Value = unknown;
type Call = readonly [method: string, args: readonly Value[]];

const nothing = () => undefined;
const greedy = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 };
const messages = [{ role: "user", content: "Hi", attachments: [{ name: "a.txt", text: "words" }] }];
const tool = { type: "function", function: { name: "f", description: "x", parameters: { type: "object" } } };
const request = { requestId: "r", conversationId: "c", messages, sampling: greedy, maxTokens: 8 };
const schema = { type: "object", properties: { a: { type: "integer" } }, required: ["a"] };

/** As they should be; what only takes time is left out, and so is listen(), with which the page would go deaf. */
const VALID: readonly Call[] = [
  ["generate", [request, nothing]],
  ["generate", [{ ...request, tools: [tool], usesLookup: true }, nothing]],
  ["generate", [{ ...request, format: { kind: "json", schema } }, nothing]],
  ["readAhead", [{ requestId: "r", messages }, nothing]],
  ["measurePrompt", [messages, [tool]]],
  ["countTokens", ["some words"]],
  ["checkFormat", [{ kind: "json", schema }]],
  ["checkFormat", [{ kind: "call", tool }]],
  ["deleteStates", [{ conversationId: "c" }]],
  ["downloadModel", [{ kind: "file", file: new File(["GGUF"], "a.gguf") }, nothing]],
  ["resumeDownload", ["nowhere", nothing]],
  ["deleteModel", ["nowhere"]],
  ["bench", [{ promptLengths: [8], decodeTokens: 4, depths: [0], repetitions: 1 }, nothing]],
  ["stop", ["r"]],
  ["listModels", []],
];

const METHODS = [
  ...[
    "constructor",
    "__proto__",
    "toString",
    "loaded",
    "transfers",
    "occupancy",
    "then",
    "bind",
    "no such method",
  ],
  ...VALID.map(([method]) => method),
];

const VALUES: readonly Value[] = [
  ...[undefined, null, true, false, 0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 10n, ""],
  ...["<|im_end|>", "\ud800", "\0", "x".repeat(3_000), "__proto__", [], {}, [[]], [null], { length: 1e9 }],
  ...[
    new Uint8Array(8),
    new Date(Number.NaN),
    /x/,
    new Map([[1, 2]]),
    new Error("x"),
    new Blob(["x"]),
    nothing,
  ],
  ...[
    { kind: "url", url: "not an address" },
    { kind: "nothing" },
    { role: "user" },
    JSON.parse('{"__proto__":1}'),
  ],
];

function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = createRandom(1);
const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;

/** One place of it exchanged, left out, or put twice. */
function change(value: Value): Value {
  const isPlain = Array.isArray(value) || (typeof value === "object" && value?.constructor === Object);
  if (!isPlain || random(4) === 0) return pick(VALUES);
  if (Array.isArray(value)) {
    const at = random(value.length + 1);
    if (random(5) === 0) return [...value, ...value];
    return value.toSpliced(at, 1, change(value[at]));
  }
  const entries = Object.entries(value as object);
  const at = random(entries.length + 1);
  const [key, inner] = entries[at] ?? [pick(["requestId", "kind", "x"]), undefined];
  const { [key]: _, ...rest } = value as Record<string, Value>;
  return random(5) === 0 ? rest : { ...rest, [key]: change(inner) };
}

function makeCall(): Call {
  const [method, args] = pick(VALID);
  if (random(6) === 0) return [pick(METHODS), [pick(VALUES), pick(VALUES)].slice(random(3))];
  return [method, change(args) as readonly Value[]];
}

async function settle([method, args]: Call): Promise<Value> {
  const list = Array.isArray(args) ? args : [args];
  const call = (engine as unknown as Record<string, (...given: Value[]) => Promise<Value>>)[method];
  let isOver = false;
  const ending = Promise.resolve()
    .then(() => call?.(...list))
    .then(
      () => null,
      (error: unknown) => error,
    )
    .finally(() => {
      isOver = true;
    });
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.race([ending, wait(PATIENCE_MS)]);
  if (!isOver) {
    const { requestId } = (list[0] ?? {}) as { requestId?: string };
    for (const id of [requestId, "r", "bench"]) if (typeof id === "string") await engine.stop(id);
    await engine.pauseDownload();
  }
  return Promise.race([ending, wait(LIMIT_MS).then(() => "no end")]);
}

const name = ([method, args]: Call): string => {
  const said = JSON.stringify(args, (_key, inner) => (typeof inner === "bigint" ? `${inner}n` : inner));
  return `${method} ${said?.slice(0, 500)}`;
};

async function answer(): Promise<string> {
  let text = "";
  const given = { ...request, maxTokens: 24 } as FormattedRequest;
  await engine.generate(given, (event: GenerateEvent) => {
    if (event.type === "text") text += event.text;
  });
  return text;
}

let modelId = "";
const deaths: string[] = [];

beforeAll(async () => {
  onWorkerDeath(({ message }) => deaths.push(message));
  const toy = buildToyModel({ ...TOY_CONFIG, contextLength: 256 });
  const result = await engine.downloadModel({ kind: "file", file: new File([toy], "toy.gguf") }, nothing);
  modelId = result.model?.id ?? "";
  await engine.loadModel(modelId, {}, nothing);
});

afterAll(() => engine.unloadModel());

it(`ends each of ${CALLS} wrong calls, in words, and answers as before afterwards [Z13]`, async () => {
  const before = await answer();
  const counts = { resolved: 0, rejected: 0 };
  for (let index = 0; index < CALLS; index++) {
    const call = makeCall();
    const error = await settle(call);
    if (error === null) {
      counts.resolved++;
      continue;
    }
    counts.rejected++;
    expect(error, name(call)).toBeInstanceOf(Error);
    expect((error as Error).message, name(call)).not.toBe("");
    expect((error as Error).name, name(call)).not.toMatch(/WorkerDied|DeviceLost|EngineBusy/);
  }
  expect(deaths).toEqual([]);
  expect(Math.min(counts.resolved, counts.rejected)).toBeGreaterThan(CALLS / 20);
  await engine.loadModel(modelId, {}, nothing); // if it still is the one that is loaded, its state is not
  expect(await answer()).toBe(before);
});

it("refuses to load what is none, and loads the model then [Z13]", async () => {
  const before = await answer();
  for (const id of [undefined, null, 1, {}, "", "__proto__", "nowhere"]) {
    const loading = engine.loadModel(id as string, {}, nothing);
    await expect(loading, String(id)).rejects.toThrow(/./);
  }
  for (const options of [
    null,
    undefined,
    1,
    { contextLength: "x" },
    { contextLength: -1 },
    { contextLength: Number.NaN },
  ]) {
    await settle(["loadModel", [modelId, options, nothing]]);
    await settle(["loadModel", [modelId, {}, options]]);
  }
  await engine.loadModel(modelId, {}, nothing);
  expect(await answer()).toBe(before);
});
