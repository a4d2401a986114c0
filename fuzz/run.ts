// Runs one target: the corpus first, then its count of mutated seeds.
import { keep, readCorpus } from "./corpus";
import { checkTimed } from "./measure";
import { mutate } from "./mutate";
import { createRandom } from "./random";
import type { Target } from "./target";

/** More would say the same. */
const MAX_FINDINGS = 5;

export interface RunOptions {
  readonly seed: number;
  readonly count: number;
}

export interface Report {
  readonly name: string;
  readonly replayed: number;
  readonly tried: number;
  readonly taken: number;
  readonly refused: number;
  readonly seconds: number;
  readonly findings: readonly string[];
}

export async function runTarget(target: Target, { seed, count }: RunOptions): Promise<Report> {
  const startedAt = performance.now();
  const counts = { taken: 0, refused: 0 };
  const findings: string[] = [];
  const attempt = async (
    input: Uint8Array<ArrayBuffer>,
    found: (reason: string) => string,
  ): Promise<void> => {
    try {
      const { outcome, excess } = await checkTimed(target, input);
      counts[outcome]++;
      if (excess) findings.push(found(excess));
    } catch (error) {
      findings.push(found(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
      if (process.env.DEBUG) console.error(error);
    }
  };
  for (const { bytes } of target.seeds)
    await attempt(bytes.slice() as Uint8Array<ArrayBuffer>, (reason) => `a seed: ${reason}`);
  const corpus = readCorpus(target.name);
  for (const { name, bytes } of corpus)
    await attempt(bytes, (reason) => `corpus/${target.name}/${name}: ${reason}`);
  let tried = 0;
  for (; tried < count && findings.length < MAX_FINDINGS; tried++) {
    const random = createRandom(seed, tried);
    const input = mutate(random.pick(target.seeds), random, target.seeds);
    const name = `${seed}-${tried}`;
    await attempt(input, (reason) => `${keep(target.name, name, input)}: ${reason}`);
  }
  if (findings.length === 0 && (counts.taken === 0 || counts.refused === 0))
    findings.push(`all inputs were ${counts.taken === 0 ? "refused" : "taken"}: nothing was tested`);
  const seconds = (performance.now() - startedAt) / 1000;
  return { name: target.name, replayed: corpus.length, tried, ...counts, seconds, findings };
}
