// `node scripts/run.mjs scripts/bench-lookup.ts --gguf FILE [--prompt 2048] [--tokens 200] [--runs 5] [--activations f32]`
//
// Times answers with and without prompt lookup under Dawn in Node, turn by turn: one that copies its tokens from the context, with
// a wrong guess after every so many tokens or none, and one that nothing foresees. Every answer with lookup is checked against
// the one without. Any weights will do: a greedy answer is recorded first and then given as what the context says, so that guesses
// come true though random weights copy nothing.
import { parseArgs } from "node:util";
import { summarize } from "../workers/inference/bench-statistics";
import { takeCheckpoint } from "../workers/inference/forward/checkpoint";
import { Model } from "../workers/inference/forward/model";
import { openGpu } from "../workers/inference/gpu/device";
import { parseGguf } from "../workers/inference/parse/gguf";
import { readConfig } from "../workers/inference/parse/read-config";
import { createRandom } from "../workers/inference/sample/random";
import { type WriteOptions, Writer } from "../workers/inference/sample/writer";
import { createDawn } from "./dawn";
import { openFileSource } from "./file-source";

const GREEDY = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: null };
const DRAWN = { ...GREEDY, temperature: 1 };
/** Right guesses between two wrong ones. */
const RIGHT_GUESSES = [Number.POSITIVE_INFINITY, 32, 16, 8, 4, 2];
const TAIL = 8; // ids before the answer that its source has before it, too

interface Timed {
  readonly ids: readonly number[];
  readonly tokensPerSecond: number;
  readonly figures: string;
}

async function write(
  writer: Writer,
  tokens: number,
  options: Pick<WriteOptions, "settings" | "recent" | "usesLookup">,
): Promise<Timed> {
  const ids: number[] = [];
  let firstAt = 0;
  let lastAt = 0;
  let figures = "";
  await writer.write({
    ...options,
    random: createRandom(1),
    endIds: new Set(),
    maxTokens: tokens,
    onChoice: ({ id }) => {
      lastAt = performance.now();
      if (ids.push(id) === 1) firstAt = lastAt;
    },
    onLookup: ({ drafted, accepted }) => {
      figures = `, ${accepted} of ${drafted} guesses right`;
    },
  });
  return { ids, tokensPerSecond: ((tokens - 1) * 1000) / (lastAt - firstAt), figures };
}

/** A wrong id after every so many. */
const spoil = (ids: readonly number[], right: number): number[] =>
  ids.map((id, at) => (at % (right + 1) === right ? (id === 7 ? 8 : 7) : id));

class LookupBench {
  constructor(
    private readonly writer: Writer,
    private readonly restart: () => void,
    private readonly prompt: readonly number[],
    private readonly tokens: number,
    private readonly runs: number,
  ) {}

  /** Both ways in turn, after a warm-up of each. */
  async compare(name: string, settings: WriteOptions["settings"], source: readonly number[]): Promise<void> {
    const { prompt } = this;
    const recent = source.length > 0 ? [...prompt, ...source, ...prompt.slice(-TAIL)] : prompt;
    const speeds: Record<"without" | "with", number[]> = { without: [], with: [] };
    let figures = "";
    for (let run = 0; run <= this.runs; run++) {
      const without = await this.once({ settings, recent, usesLookup: false });
      const found = await this.once({ settings, recent, usesLookup: true });
      if (found.ids.join() !== without.ids.join()) throw new Error(`${name}: other tokens with lookup`);
      if (run === 0) continue;
      speeds.without.push(without.tokensPerSecond);
      speeds.with.push(found.tokensPerSecond);
      figures = found.figures;
    }
    const [plain, lookup] = [summarize(speeds.without), summarize(speeds.with)];
    const say = ({ median, min, max }: typeof plain) =>
      `${median.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`;
    console.log(
      `${name}: ${say(plain)} tokens/s without, ${say(lookup)} with, x ${(lookup.median / plain.median).toFixed(3)}${figures}`,
    );
  }

  once(options: Pick<WriteOptions, "settings" | "recent" | "usesLookup">): Promise<Timed> {
    this.restart();
    return write(this.writer, this.tokens, options);
  }
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
  const bench = new LookupBench(writer, restore, prompt, tokens, runs);
  const { ids } = await bench.once({ settings: GREEDY, recent: prompt, usesLookup: false });
  for (const right of RIGHT_GUESSES) {
    const name = right === Number.POSITIVE_INFINITY ? "copies all" : `copies, wrong after ${right}`;
    await bench.compare(name, GREEDY, spoil(ids, right));
  }
  await bench.compare("foresees nothing", DRAWN, []);
  model.dispose();
  await source.close();
  gpu.dispose();
  return 0;
}
