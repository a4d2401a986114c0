// Records of saved states: refused, or usable by all that reads them and, where one fits a model, of exactly its bytes.
import type { Model } from "../../workers/inference/forward/model";
import { fits } from "../../workers/inference/states/restore";
import { isStateRecord, NUMERIC_FORMAT, type StateRecord } from "../../workers/inference/store/state-record";
import { countBytes } from "../../workers/inference/store/state-store";
import { expectThat, jsonSeed, type Outcome, type Target, textOf } from "../target";

const BYTES_PER_TOKEN = 512;
const [RECURRENT, LOGITS] = [4096, 1024];
/** What of a model its saved states depend on. */
const MODEL = {
  state: { bytesPerToken: BYTES_PER_TOKEN, recurrent: { size: RECURRENT } },
  scratch: { logits: { size: LOGITS } },
} as unknown as Model;

const hashOf = (digit: number): string => String(digit).repeat(64);

const RECORD = {
  ...{
    version: 1,
    numericFormat: NUMERIC_FORMAT,
    id: hashOf(1),
    model: `${hashOf(2)}/f16`,
    kind: "document",
  },
  ...{ tokenCount: 100, tokensHash: hashOf(3), blockTokens: 64, label: "a.pdf", conversationId: null },
  cache: [
    { hash: hashOf(4), byteLength: 64 * BYTES_PER_TOKEN },
    { hash: hashOf(5), byteLength: 36 * BYTES_PER_TOKEN },
  ],
  checkpoint: [{ hash: hashOf(6), byteLength: RECURRENT + LOGITS }],
  answers: [[1, 2, 3]],
  documentIds: [hashOf(7)],
  usedAt: 1e12,
};

/** JSON has no Uint32Array. */
function revive(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { answers } = value as { answers?: unknown };
  if (!Array.isArray(answers)) return value;
  const isIds = (one: unknown): one is number[] =>
    Array.isArray(one) && one.every((id) => typeof id === "number");
  return { ...value, answers: answers.map((one: unknown) => (isIds(one) ? Uint32Array.from(one) : one)) };
}

/** As the list of saved states and its deletions read a record. */
function use(record: StateRecord): void {
  const bytes = countBytes([record]);
  expectThat(Number.isSafeInteger(bytes) && bytes >= 0, () => `${bytes} bytes`);
  expectThat(!record.documentIds.includes("x") || record.label.length >= 0, () => "no label");
  expectThat(record.model.startsWith("") && record.kind.length > 0, () => "no model");
  for (const ids of record.answers)
    expectThat(Array.from(ids).every(Number.isInteger), () => "ids of answers");
  new Date(record.usedAt).getTime();
  if (!fits(MODEL, record)) return;
  const sum = (blocks: StateRecord["cache"]): number =>
    blocks.reduce((total, { byteLength }) => total + byteLength, 0);
  expectThat(sum(record.cache) === record.tokenCount * BYTES_PER_TOKEN, () => "a cache of other bytes fits");
  expectThat(sum(record.checkpoint) === RECURRENT + LOGITS, () => "a checkpoint of other bytes fits");
}

function check(input: Uint8Array): Outcome {
  let value: unknown;
  try {
    value = revive(JSON.parse(textOf(input)));
  } catch {
    return "refused"; // storage holds values, and no text that could be wrong
  }
  if (!isStateRecord(value)) return "refused";
  use(value);
  return "taken";
}

export function load(): Target {
  return {
    name: "state",
    count: 200_000,
    seeds: [jsonSeed(RECORD, ["null", "-1", "1e99"])],
    check,
    maxMs: 50,
  };
}
