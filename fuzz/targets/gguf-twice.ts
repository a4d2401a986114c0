// Headers of GGUF files, read by another parser as well: what ours takes, that one takes, and finds the same in it.
import { gguf as parseElsewhere } from "@huggingface/gguf";
import { ModelFormatError } from "../../workers/inference/errors";
import { memorySource } from "../../workers/inference/parse/build-gguf";
import { type Gguf, parseGguf } from "../../workers/inference/parse/gguf";
import type { GgufValue } from "../../workers/inference/parse/gguf-value";
import { TENSOR_TYPES } from "../../workers/inference/parse/tensor-types";
import { expectThat, type Outcome, type Target } from "../target";
import { listHeaderSeeds } from "./gguf";

type Elsewhere = Awaited<ReturnType<typeof parseElsewhere>>;

/** Keys under which the other parser puts what it has counted itself, or which its plain object cannot hold. */
const ITS_OWN = new Set(["version", "tensor_count", "kv_count", "__proto__"]);

/** It drops a byte order mark at the beginning of a text, which ours keeps. */
const withoutMark = (text: string): string => text.replace(/^\ufeff/, "");

/** As ours holds it: 64-bit integers as numbers, lists of booleans as bytes. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" ? withoutMark(value) : value;
}

function isSame(ours: GgufValue, theirs: unknown): boolean {
  if (typeof ours !== "object") return Object.is(plain(ours), plain(theirs));
  if (!Array.isArray(theirs) || theirs.length !== ours.length) return false;
  return theirs.every((item, index) =>
    Object.is(plain(ours[index]), typeof item === "boolean" ? Number(item) : plain(item)),
  );
}

function compare(ours: Gguf, { metadata, tensorInfos, tensorDataOffset, littleEndian }: Elsewhere): void {
  const values = metadata as unknown as Readonly<Record<string, unknown>>;
  const { version, tensor_count, kv_count } = values;
  expectThat(littleEndian, () => "the other parser reads it as big-endian");
  expectThat(
    [...ITS_OWN].some((key) => ours.metadata.has(key)) ||
      (version === ours.version && Number(kv_count) === ours.metadata.size),
    () => `version ${version}, ${kv_count} values`,
  );
  for (const [name, value] of ours.metadata) {
    const key = withoutMark(name);
    if (ITS_OWN.has(key) || (key !== name && ours.metadata.has(key))) continue;
    expectThat(isSame(value, values[key]), () => `${key}: ${String(value)} or ${String(values[key])}`);
  }
  expectThat(ours.tensors.size === tensorInfos.length, () => `${tensor_count} tensors`);
  expectThat(ours.dataOffset === Number(tensorDataOffset), () => `data at ${tensorDataOffset}`);
  for (const [index, { name, type, dims, offset }] of [...ours.tensors.values()].entries()) {
    const other = tensorInfos[index];
    const isEqual =
      other?.name === withoutMark(name) &&
      other.shape.map(Number).join() === dims.join() &&
      (other.dtype as number) === TENSOR_TYPES[type].id &&
      Number(tensorDataOffset + other.offset) === offset;
    expectThat(isEqual, () => `tensor ${index}: ${name} or ${other?.name}`);
  }
}

async function check(input: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  let ours: Gguf;
  try {
    ours = await parseGguf(memorySource(input));
  } catch (error) {
    if (error instanceof ModelFormatError) return "refused";
    throw error;
  }
  compare(
    ours,
    await parseElsewhere("https://model.test/file.gguf", { fetch: async () => new Response(input) }),
  );
  return "taken";
}

/** The other one takes 2 MB and a few milliseconds for the smallest file. */
export async function load(): Promise<Target> {
  return { name: "gguf-twice", count: 20_000, seeds: await listHeaderSeeds(), check, maxMs: 100 };
}
