// How much of something a dispatch does in a second: it is repeated until a submit is long enough to time.
import { type Gpu, untilLost } from "./device";
import { encode, type Plan, type Recorder } from "./plan";

/** A submit this long makes the wait for its end count for little. */
const SUBMIT_MS = 30;
const MAX_REPEATS = 200;

/** Amounts a second, one of each run, after a warm-up. The plan is one dispatch, which does `amount` of it. */
export async function measureRate(
  gpu: Gpu,
  recorder: Recorder,
  plan: Plan,
  amount: number,
  { runs, signal }: { readonly runs: number; readonly signal: AbortSignal },
): Promise<number[]> {
  const [dispatch] = plan;
  if (!dispatch) return [];
  const timeRepeats = (count: number): Promise<number> =>
    timePlan(gpu, recorder, new Array<typeof dispatch>(count).fill(dispatch));
  await timeRepeats(1);
  const onceMs = Math.max(0.05, await timeRepeats(1));
  const repeats = Math.max(1, Math.min(MAX_REPEATS, Math.round(SUBMIT_MS / onceMs)));
  const found: number[] = [];
  while (found.length < runs) {
    signal.throwIfAborted();
    found.push((1000 * amount * repeats) / (await timeRepeats(repeats)));
  }
  return found;
}

/** Milliseconds from a submit to the end of its work. */
export async function timePlan(gpu: Gpu, recorder: Recorder, plan: Plan): Promise<number> {
  const encoder = gpu.device.createCommandEncoder({ label: "timed" });
  encode(encoder, plan, recorder, 1);
  const commands = encoder.finish();
  const startedAt = performance.now();
  gpu.device.queue.submit([commands]);
  await untilLost(gpu, gpu.device.queue.onSubmittedWorkDone());
  return performance.now() - startedAt;
}
