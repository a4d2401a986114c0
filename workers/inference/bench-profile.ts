// Takes a token and a chunk apart: which dispatches they are made of, and what each kind costs when repeated back to back.
// What a kind reads comes from the matrices it binds, so a figure of bandwidth counts weights alone.
import type { BenchReport, KernelTime } from "./api";
import { summarize } from "./bench-statistics";
import { writeGreedily } from "./bench-write";
import type { Model } from "./forward/model";
import type { Weights } from "./forward/weights";
import { untilLost } from "./gpu/device";
import type { Matrix } from "./gpu/matrix";
import { type ObservedDispatch, recordDispatches } from "./gpu/observe";
import { buffersOf } from "./gpu/plan";
import type { Writer } from "./sample/writer";

/** Repeats of a kind in one submit, fewer where the submit would hold the GPU for longer than this. */
const REPEATS = 50;
const MAX_SUBMIT_MS = 50;
const TIMINGS = 3;

interface WeightPart {
  readonly name: string; // "ssm_in q4_k"
  readonly byteLength: number;
  readonly products: number; // multiply-adds a token
  readonly isHead: boolean;
}

/** Dispatches alike but for the layer they belong to. */
interface Kind {
  readonly kernel: string;
  readonly parts: readonly WeightPart[];
  readonly members: ObservedDispatch[];
}

const isMatrix = (value: unknown): value is Matrix =>
  typeof value === "object" && value !== null && "parts" in value && "columns" in value;

/** Every matrix of the layers, whatever the layers are made of. */
export function listLayerMatrices({ layers }: Weights): Matrix[] {
  return layers.flatMap((layer) => Object.values(layer).filter(isMatrix));
}

function indexWeights(weights: Weights): ReadonlyMap<GPUBuffer, WeightPart> {
  const index = new Map<GPUBuffer, WeightPart>();
  for (const matrix of [...listLayerMatrices(weights), weights.head]) {
    const name = matrix.label.replace(/^blk\.\d+\./, "").replace(/\.weight$/, "");
    for (const { buffer, rowCount } of matrix.parts) {
      index.set(buffer, {
        name: `${name} ${matrix.type}`,
        byteLength: (matrix.byteLength * rowCount) / matrix.rows,
        products: rowCount * matrix.columns,
        isHead: matrix === weights.head,
      });
    }
  }
  return index;
}

function sortIntoKinds(
  dispatches: readonly ObservedDispatch[],
  index: ReadonlyMap<GPUBuffer, WeightPart>,
): Kind[] {
  const kinds = new Map<string, Kind>();
  const pipelines: GPUComputePipeline[] = [];
  for (const dispatch of dispatches) {
    const { pipeline, bindGroups, grid } = dispatch;
    if (!pipelines.includes(pipeline)) pipelines.push(pipeline);
    const buffers = new Set(bindGroups.flatMap((group) => (group ? buffersOf(group) : [])));
    // The embedding of a tied model is its head, but of that an embedding reads single rows.
    const parts = pipeline.label === "embed" ? [] : [...buffers].flatMap((buffer) => index.get(buffer) ?? []);
    const key = [pipelines.indexOf(pipeline), grid, ...parts.map(({ name }) => name)].join();
    const kind = kinds.get(key);
    if (kind) kind.members.push(dispatch);
    else kinds.set(key, { kernel: pipeline.label, parts, members: [dispatch] });
  }
  return [...kinds.values()];
}

type Profile = BenchReport["profile"][number];

/** Takes the last chunk of reading `ids` apart. The model's state is of no use afterwards. */
export async function profileChunk(model: Model, ids: Uint32Array, signal: AbortSignal): Promise<Profile> {
  const recording = recordDispatches(model.gpu.device);
  const ends = [{ tokens: 0, dispatches: 0 }]; // of the chunks
  try {
    const onRead = (tokens: number) => ends.push({ tokens, dispatches: recording.dispatches.length });
    await model.prefill(ids, { signal, onRead });
  } finally {
    recording.stop();
  }
  signal.throwIfAborted();
  const [before, after] = ends.slice(-2) as [(typeof ends)[number], (typeof ends)[number]];
  const chunk = recording.dispatches.slice(before.dispatches);
  return timeDispatches(model, chunk, after.tokens - before.tokens, signal);
}

/** Takes a token of an answer apart: its way through the layers and the choice of the next. */
export async function profileToken(model: Model, writer: Writer, signal: AbortSignal): Promise<Profile> {
  const id = [0];
  await model.prefill(id);
  const recording = recordDispatches(model.gpu.device);
  let token: readonly ObservedDispatch[];
  try {
    await writeGreedily(writer, 1, signal); // the choice alone
    const choices = recording.dispatches.length;
    await writeGreedily(writer, 2, signal);
    token = recording.dispatches.slice(2 * choices);
  } finally {
    recording.stop();
  }
  await model.prefill(id); // behind an answer's end the kernels do nothing
  return timeDispatches(model, token, 1, signal);
}

async function timeDispatches(
  model: Model,
  dispatches: readonly ObservedDispatch[],
  tokenCount: number,
  signal: AbortSignal,
): Promise<Profile> {
  const kernels: KernelTime[] = [];
  for (const kind of sortIntoKinds(dispatches, indexWeights(model.weights))) {
    signal.throwIfAborted();
    kernels.push(describeKind(kind, tokenCount, await timeKind(model, kind.members)));
  }
  kernels.sort((a, b) => b.microseconds * b.count - a.microseconds * a.count);
  return { tokenCount, kernels };
}

function describeKind({ kernel, parts, members }: Kind, tokenCount: number, elapsedMs: number): KernelTime {
  const sum = (value: (part: WeightPart) => number) => parts.reduce((total, part) => total + value(part), 0);
  // The head is multiplied with one token, however long the chunk.
  const products = sum((part) => part.products * (part.isHead ? 1 : tokenCount));
  const isTimed = parts.length > 0 && elapsedMs > 0;
  return {
    kernel,
    matrices: parts.map(({ name }) => name).join(", "),
    count: members.length,
    microseconds: elapsedMs * 1000,
    gigabytesPerSecond: isTimed ? sum((part) => part.byteLength) / elapsedMs / 1e6 : null,
    teraflopsPerSecond: isTimed ? (2 * products) / elapsedMs / 1e9 : null,
  };
}

/** Milliseconds of one dispatch, with its launch; layer after layer, so that weights come from memory and not from a cache. */
async function timeKind(model: Model, members: readonly ObservedDispatch[]): Promise<number> {
  await timeRepeats(model, members, 1); // warm-up
  const idleMs = await timeRepeats(model, members, 0);
  const onceMs = Math.max(0.01, (await timeRepeats(model, members, 1)) - idleMs);
  const repeats = Math.max(1, Math.min(REPEATS, Math.floor(MAX_SUBMIT_MS / onceMs)));
  const timings: number[] = [];
  while (timings.length < TIMINGS) {
    const idle = await timeRepeats(model, members, 0);
    timings.push(Math.max(0, (await timeRepeats(model, members, repeats)) - idle) / repeats);
  }
  return summarize(timings).median;
}

/** From the submit of that many dispatches to their end. */
async function timeRepeats(
  { gpu }: Model,
  members: readonly ObservedDispatch[],
  count: number,
): Promise<number> {
  const encoder = gpu.device.createCommandEncoder({ label: "repeats" });
  const pass = encoder.beginComputePass({ label: "repeats" });
  for (let i = 0; i < count; i++) {
    const { pipeline, bindGroups, grid } = members[i % members.length] as ObservedDispatch;
    pass.setPipeline(pipeline);
    bindGroups.forEach((group, index) => {
      if (group) pass.setBindGroup(index, group);
    });
    pass.dispatchWorkgroups(...grid);
  }
  pass.end();
  const commands = encoder.finish();
  const startedAt = performance.now();
  gpu.device.queue.submit([commands]);
  await untilLost(gpu, gpu.device.queue.onSubmittedWorkDone());
  return performance.now() - startedAt;
}
