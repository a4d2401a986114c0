// Changes bytes as damage and malice do: flipped bits, integers at the edge of what a type holds, cuts, pieces of other files,
// pieces twice. A seed may say where its integers lie; those are hit far more often than chance would.
import { mutateJson } from "./mutate-json";
import type { Random } from "./random";

export interface Seed {
  readonly bytes: Uint8Array;
  /** Offsets of integers. */
  readonly fields?: readonly number[];
  /** JSON: mostly changed by its structure. */
  readonly isJson?: boolean;
  /** Texts that mean something to the reader, to be put in anywhere. */
  readonly words?: readonly string[];
}

const BOUNDARIES = [
  ...[0n, 1n, 2n, 3n, 13n, 0x7fn, 0x80n, 0xffn, 0x100n, 0x7fffn, 0xffffn, 0x10000n],
  ...[2n ** 31n - 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 53n],
  ...[2n ** 61n, 2n ** 63n - 64n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 32n, 2n ** 64n - 1n],
];
/** Nothing grows much beyond its seed: what is big is a seed of its own. */
const MAX_INSERT = 256;

type Change = (bytes: Uint8Array, seed: Seed, random: Random, others: readonly Seed[]) => Uint8Array;

function findPlace(bytes: Uint8Array, { fields }: Seed, random: Random): number {
  const place =
    fields && fields.length > 0 && !random.once(3) ? random.pick(fields) : random.below(bytes.length);
  return Math.min(place, Math.max(0, bytes.length - 1));
}

const flipBits: Change = (bytes, _seed, random) => {
  for (let count = 1 + random.below(8); count > 0; count--) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << random.below(8));
  }
  return bytes;
};

const setByte: Change = (bytes, seed, random) => {
  bytes[findPlace(bytes, seed, random)] = random.once(2)
    ? random.pick([0, 1, 9, 10, 13, 32, 34, 60, 127, 128, 192, 255])
    : random.below(256);
  return bytes;
};

const setInteger: Change = (bytes, seed, random) => {
  const at = findPlace(bytes, seed, random);
  const width = random.pick([1, 2, 4, 4, 8, 8]);
  let value = random.pick(BOUNDARIES);
  for (let i = at; i < Math.min(at + width, bytes.length); i++, value >>= 8n) bytes[i] = Number(value & 255n);
  return bytes;
};

/** A little more or less. */
const addToInteger: Change = (bytes, seed, random) => {
  const at = findPlace(bytes, seed, random);
  let carry = random.pick([-33, -32, -8, -1, 1, 2, 8, 31, 32]);
  for (let i = at; i < bytes.length && carry !== 0; i++) {
    const sum = (bytes[i] as number) + carry;
    bytes[i] = sum & 255;
    carry = Math.floor(sum / 256);
  }
  return bytes;
};

const cut: Change = (bytes, seed, random) => bytes.slice(0, Math.max(1, findPlace(bytes, seed, random)));

const splice: Change = (bytes, _seed, random, others) => {
  const other = random.pick(others).bytes;
  return concat(
    bytes.subarray(0, random.below(bytes.length + 1)),
    other.subarray(random.below(other.length + 1)),
  );
};

const copyWithin: Change = (bytes, _seed, random) => {
  const from = random.below(bytes.length);
  return bytes.copyWithin(random.below(bytes.length), from, from + 1 + random.below(MAX_INSERT));
};

const repeat: Change = (bytes, _seed, random) => {
  const from = random.below(bytes.length);
  const piece = bytes.slice(from, from + 1 + random.below(MAX_INSERT));
  return insert(bytes, from, piece);
};

const remove: Change = (bytes, _seed, random) => {
  const from = random.below(bytes.length);
  return concat(bytes.subarray(0, from), bytes.subarray(from + 1 + random.below(64)));
};

const utf8 = new TextEncoder();

const putWord: Change = (bytes, { words }, random) => {
  if (!words || words.length === 0) return setByte(bytes, { bytes }, random, []);
  const word = utf8.encode(random.pick(words));
  const at = random.below(bytes.length + 1);
  if (random.once(2)) return insert(bytes, at, word);
  bytes.set(word.subarray(0, bytes.length - at), at);
  return bytes;
};

const CHANGES: readonly Change[] = [
  ...[flipBits, setByte, setInteger, setInteger, addToInteger, cut, splice],
  ...[copyWithin, repeat, remove, putWord],
];
/** For texts: what changes words and structure, seldom bits. */
const TEXT_CHANGES: readonly Change[] = [
  putWord,
  putWord,
  putWord,
  repeat,
  remove,
  splice,
  cut,
  copyWithin,
  setByte,
];

/** One to four changes to a copy of the seed. */
export function mutate(seed: Seed, random: Random, others: readonly Seed[]): Uint8Array<ArrayBuffer> {
  if (seed.isJson && !random.once(4)) {
    return utf8.encode(mutateJson(new TextDecoder().decode(seed.bytes), random)) as Uint8Array<ArrayBuffer>;
  }
  const changes = seed.words ? TEXT_CHANGES : CHANGES;
  let bytes: Uint8Array = seed.bytes.slice();
  for (let count = 1 + random.below(4); count > 0; count--) {
    if (bytes.length === 0) bytes = Uint8Array.of(random.below(256));
    bytes = random.pick(changes)(bytes, seed, random, others);
  }
  return bytes as Uint8Array<ArrayBuffer>;
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

const insert = (bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array =>
  concat(concat(bytes.subarray(0, at), piece), bytes.subarray(at));
