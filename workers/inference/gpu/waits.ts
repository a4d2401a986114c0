// Waiting for the GPU: its promises may never settle, when the device is lost or the driver hangs. Leaves nothing behind, unlike
// a race with a promise that outlives it.
import type { DeviceLostError } from "../errors";

const TICK_MS = 1_000;
/** What a lost device fails pending work with; that it is lost is told a little later. */
const SIGNS_OF_LOSS = ["AbortError", "OperationError"];
const SIGN_MS = 1_000;

interface Wait {
  readonly reject: (error: DeviceLostError) => void;
  ticks: number;
}

export class Waits {
  private readonly waits = new Set<Wait>();
  private timer: ReturnType<typeof setInterval> | null = null;

  /** Ticks are counted, not time, so that a computer's sleep loses no device. */
  constructor(
    private readonly patienceTicks: number,
    private readonly giveUp: () => void,
  ) {}

  wait<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const wait: Wait = { reject, ticks: 0 };
      this.waits.add(wait);
      this.timer ??= setInterval(() => this.tick(), TICK_MS);
      const end = (): boolean => this.waits.delete(wait);
      work.then(
        (result) => {
          end();
          resolve(result);
        },
        (error: unknown) => {
          const fail = (): void => {
            if (end()) reject(error);
          };
          if (isSignOfLoss(error)) setTimeout(fail, SIGN_MS);
          else fail();
        },
      );
    });
  }

  rejectAll(error: DeviceLostError): void {
    for (const { reject } of this.waits) reject(error);
    this.waits.clear();
    this.stop();
  }

  private tick(): void {
    if (this.waits.size === 0) this.stop();
    for (const wait of this.waits) wait.ticks += 1;
    if ([...this.waits].some(({ ticks }) => ticks > this.patienceTicks)) this.giveUp();
  }

  private stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}

const isSignOfLoss = (error: unknown): boolean =>
  error instanceof DOMException && SIGNS_OF_LOSS.includes(error.name);
