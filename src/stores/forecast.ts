// What a model can be expected to do on a measured machine: words a second, reading, the longest context, and whether there is
// room for it on the GPU and on the disk. Pure; a rule of thumb, said as "about".
import type { MachineCheck } from "../../workers/inference/api";

/**
 * A token reads every weight once. Kernels reach about 65 % of what a plain read does, and a token's commands cost about a
 * millisecond beside: 617 tokens/s of 1.93 GB at 4,300 GB/s on one NVIDIA H200, which is 28 %; a slow GPU comes near the 65 %.
 */
const BANDWIDTH_SHARE = 0.65;
const TOKEN_SECONDS = 0.00093;
/** Of the plain multiply-adds, in products over a prompt, without matrix units; with them it is several times as much. */
const ARITHMETIC_SHARE = 0.45;
/** Multiply-adds of a token, two operations each, for a byte of weights: Jamba2 3B's 5.7 GFLOP over its 1.93 GB in Q4_K_M. */
const FLOPS_PER_BYTE = 2.95;
/** GPU memory beside weights and context: activations, recurrent states, the chunks' scratch. */
const WORKING_BYTES = 0.2e9;
/** The cache of one token in f16, and half as much again while it grows. */
const CONTEXT_TOKEN_BYTES = 1024 * 1.5;
const MAX_CONTEXT = 262_144;
/** Less than this is no use to a model whose trade is documents. */
const MIN_CONTEXT = 2048;
/** What the browser keeps beside the model: chats, documents, states. */
const SPARE_STORAGE_BYTES = 0.1e9;

export interface Forecast {
  readonly tokensPerSecond: number;
  readonly pace: "fast" | "readable" | "slow" | "poor";
  readonly pageSeconds: number; // to read a page of 600 tokens
  /** Tokens; null: not known. 0: the weights alone do not fit. */
  readonly contextLength: number | null;
  readonly isWholeContext: boolean;
  readonly neededBytes: number; // of GPU memory, with a short context
}

export interface StorageRoom {
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

const PAGE_TOKENS = 600;

/** People read some five words a second, silently. */
const READING_PACE = 8;

export function forecast(check: MachineCheck, weightBytes: number): Forecast {
  const bytesPerSecond = BANDWIDTH_SHARE * check.gigabytesPerSecond * 1e9;
  const flopsPerSecond = ARITHMETIC_SHARE * check.teraflopsPerSecond * 1e12;
  const readSeconds = weightBytes / bytesPerSecond;
  const productSeconds = (weightBytes * FLOPS_PER_BYTE) / flopsPerSecond; // what counts on a CPU
  const tokensPerSecond = 1 / (Math.max(readSeconds, productSeconds) + TOKEN_SECONDS);
  const contextLength = findContext(check, weightBytes);
  return {
    tokensPerSecond,
    pace: nameForPace(tokensPerSecond),
    pageSeconds: PAGE_TOKENS * productSeconds,
    contextLength,
    isWholeContext: contextLength === MAX_CONTEXT,
    neededBytes: weightBytes + WORKING_BYTES,
  };
}

function findContext({ roomBytes, isRoomAtLeast }: MachineCheck, weightBytes: number): number | null {
  if (roomBytes === null) return null;
  const left = roomBytes - weightBytes - WORKING_BYTES;
  const tokens = Math.floor(left / CONTEXT_TOKEN_BYTES);
  if (tokens >= MAX_CONTEXT) return MAX_CONTEXT;
  if (isRoomAtLeast) return null; // there may be more than was looked for
  return tokens < MIN_CONTEXT ? 0 : 2 ** Math.floor(Math.log2(tokens));
}

function nameForPace(tokensPerSecond: number): Forecast["pace"] {
  if (tokensPerSecond >= 3 * READING_PACE) return "fast";
  if (tokensPerSecond >= READING_PACE) return "readable";
  return tokensPerSecond >= 2 ? "slow" : "poor";
}

/** Bytes that the browser's storage lacks for a download; 0: enough, or not known. */
export function findMissingStorage(room: StorageRoom | null, byteLength: number): number {
  if (!room || room.usedBytes === null || room.quotaBytes === null) return 0;
  return Math.max(0, byteLength + SPARE_STORAGE_BYTES - (room.quotaBytes - room.usedBytes));
}
