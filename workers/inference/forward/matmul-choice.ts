// Chooses the kernel for a chunk's matrix products on a device by a short race: which is fastest depends on hardware, driver
// and browser in ways that no list of adapters keeps up with. A kernel that fails to compile or errs loses. The winner is
// remembered until the browser or a kernel changes.
import { fingerprint } from "../download/model-url";
import type { Gpu } from "../gpu/device";
import { KernelCompiler } from "../gpu/kernel";
import { findMatmulKinds, type MatmulKind, tiledKernels } from "./matmul-kind";
import { DEFAULT_SIZE, Race, type RaceSize } from "./matmul-race";

/** Rounding to f16 errs by about 1e-7; beyond this a driver computes something else. */
const MAX_ERROR = 1e-4;

/** Keeps a choice an adapter from one visit to the next. */
export interface MatmulMemory {
  find(adapter: string): Promise<unknown>;
  keep(adapter: string, choice: unknown): Promise<void>;
  forget(adapter: string): Promise<void>;
}

interface Choice {
  readonly kind: MatmulKind;
  readonly madeWith: string; // browser and kernels
}

export interface ChooseOptions {
  readonly memory?: MatmulMemory | undefined;
  readonly size?: RaceSize;
  readonly kinds?: readonly MatmulKind[];
  /** Called when no race is under way any more: before that, other work for the GPU would decide it. */
  readonly onQuiet?: () => void;
}

/** The fastest kernel of those that run here and agree. A race takes some tens of milliseconds and compilation. */
export async function chooseMatmul(gpu: Gpu, options: ChooseOptions = {}): Promise<MatmulKind> {
  try {
    return await choose(gpu, options);
  } finally {
    options.onQuiet?.();
  }
}

/** The same for a load: the choice, and when the GPU is free for other work. `fixed` is chosen for sure. */
export function startChoosing(
  gpu: Gpu,
  memory?: MatmulMemory,
  fixed?: MatmulKind,
): { choice: Promise<MatmulKind>; quiet: Promise<void> } {
  if (fixed) return { choice: Promise.resolve(fixed), quiet: Promise.resolve() };
  let onQuiet = () => {};
  const quiet = new Promise<void>((resolve) => {
    onQuiet = resolve;
  });
  return { choice: chooseMatmul(gpu, { memory, onQuiet }), quiet };
}

async function choose(gpu: Gpu, options: ChooseOptions): Promise<MatmulKind> {
  const { memory, size = DEFAULT_SIZE, kinds = findMatmulKinds(gpu), onQuiet } = options;
  if (kinds.length === 1) return kinds[0] as MatmulKind;
  if (!memory) return race(gpu, size, kinds);
  const adapter = describeAdapter(gpu);
  const madeWith = describeMaker(gpu, kinds);
  const found = (await memory.find(adapter)) as Partial<Choice> | undefined;
  const known = kinds.find((kind) => kind === found?.kind && found.madeWith === madeWith);
  if (known) {
    onQuiet?.();
    if (await compiles(gpu, known)) return known;
  }
  if (found) await memory.forget(adapter);
  const kind = await race(gpu, size, kinds);
  await memory.keep(adapter, { kind, madeWith } satisfies Choice).catch(() => undefined); // a full disk: raced again
  return kind;
}

function describeAdapter({ info, features }: Gpu): string {
  const { vendor, architecture, device, description } = info;
  return JSON.stringify([vendor, architecture, device, description, [...features].sort()]);
}

function describeMaker({ device }: Gpu, kinds: readonly MatmulKind[]): string {
  const bytes = device.limits.maxComputeWorkgroupStorageSize;
  const code = kinds.map((kind) => (kind === "rows" ? "" : tiledKernels(kind, bytes).q4_k.code));
  return `${navigator.userAgent} ${fingerprint(code.join())}`;
}

/** Whether a kernel that ran here once still does; the pipeline is the one that a Q4_K file's plan will use. */
async function compiles(gpu: Gpu, kind: MatmulKind): Promise<boolean> {
  if (kind === "rows") return true;
  const { q4_k } = tiledKernels(kind, gpu.device.limits.maxComputeWorkgroupStorageSize);
  const compiling = new KernelCompiler(gpu.device, gpu.isCpu).compile(q4_k);
  const isCompiled = await compiling.then(
    () => true,
    () => false,
  );
  if (!isCompiled) gpu.takeError(); // its loss, no more
  return isCompiled;
}

async function race(gpu: Gpu, size: RaceSize, kinds: readonly MatmulKind[]): Promise<MatmulKind> {
  const track = await Race.create(gpu, size);
  try {
    const expected = await track.run("tiled");
    let best: MatmulKind = "tiled";
    let bestMs = expected.elapsedMs;
    let hasRefused = false;
    for (const kind of kinds.filter((other) => other !== "tiled")) {
      const result = await track.run(kind).catch(() => undefined); // does not compile here
      const isRight = result && normalisedError(result.sample, expected.sample) < MAX_ERROR;
      if (!isRight) hasRefused = true;
      else if (result.elapsedMs < bestMs) [best, bestMs] = [kind, result.elapsedMs];
    }
    if (hasRefused) gpu.takeError(); // a kernel that the device refused has lost the race, no more
    return best;
  } finally {
    track.dispose();
  }
}

function normalisedError(found: Float32Array, expected: Float32Array): number {
  let error = 0;
  let square = 0;
  for (const [i, value] of expected.entries()) {
    error += ((found[i] as number) - value) ** 2;
    square += value ** 2;
  }
  return error / square;
}
