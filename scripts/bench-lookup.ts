// `node scripts/run.mjs scripts/bench-lookup.ts --gguf FILE [--prompt 2048] [--tokens 200] [--runs 5] [--activations f32]`
//
// Times answers with and without prompt lookup under Dawn in Node: one that copies its tokens from the context, with a wrong guess
// after every so many tokens or none, and one that nothing foresees (workers/inference/bench-lookup.ts).
import { parseArgs } from "node:util";
import type { LookupComparison, Spread } from "../workers/inference/api";
import { compareLookup } from "../workers/inference/bench-lookup";
import { GREEDY } from "../workers/inference/bench-write";
import { takeCheckpoint } from "../workers/inference/forward/checkpoint";
import { Model } from "../workers/inference/forward/model";
import { openGpu } from "../workers/inference/gpu/device";
import { parseGguf } from "../workers/inference/parse/gguf";
import { readConfig } from "../workers/inference/parse/read-config";
import { createRandom } from "../workers/inference/sample/random";
import { Writer } from "../workers/inference/sample/writer";
import { createDawn } from "./dawn";
import { openFileSource } from "./file-source";

/** What the context has of each answer. */
const CASES = ["all", 32, 16, 8, 4, 2, "nothing"] as const;

const nameOf = (foreseen: LookupComparison["foreseen"]): string =>
  typeof foreseen === "number" ? `foreseen, but for one after ${foreseen}` : `${foreseen} foreseen`;

function say({ foreseen, without, with: guessing, ...figures }: LookupComparison): void {
  const range = ({ median, min, max }: Spread) =>
    `${median.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`;
  const { timesAsFast, rightGuesses, triedGuesses } = figures;
  console.log(
    `${nameOf(foreseen)}: ${range(without)} tokens/s without, ${range(guessing)} with, x ${timesAsFast.toFixed(3)}, ${rightGuesses} of ${triedGuesses} guesses right`,
  );
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      gguf: { type: "string" },
      prompt: { type: "string", default: "2048" },
      tokens: { type: "string", default: "200" },
      runs: { type: "string", default: "5" },
      activations: { type: "string" },
    },
  });
  if (!values.gguf) throw new Error("--gguf FILE");
  const [promptLength, tokens, runs] = [values.prompt, values.tokens, values.runs].map(Number) as [
    number,
    number,
    number,
  ];
  const gpu = await openGpu(await createDawn());
  console.log(`${gpu.info.vendor} ${gpu.info.architecture} ${gpu.info.description}`);
  const source = await openFileSource(values.gguf);
  const gguf = await parseGguf(source);
  const model = await Model.load(gpu, readConfig(gguf), gguf.tensors, source, {
    contextLength: promptLength + tokens + 64,
    asGpu: true,
    ...(values.activations === "f32" ? { activations: "f32" } : {}),
  });
  const random = createRandom(1);
  const prompt = Array.from({ length: promptLength }, () => Math.floor(random() * model.config.vocabSize));
  await model.prefill(prompt);
  const { restore } = await takeCheckpoint(model);
  const writer = await Writer.create(model);
  const openedAt = performance.now();
  await writer.openLookup(GREEDY);
  const megabytes = (model.columns.byteLength / 1e6).toFixed(1);
  console.log(
    `${model.numerics}; lookup opened in ${(performance.now() - openedAt).toFixed(0)} ms, ${megabytes} MB`,
  );
  await compareLookup({ writer, restart: async () => restore(), prompt, tokens, runs }, CASES, say);
  model.dispose();
  await source.close();
  gpu.dispose();
  return 0;
}
