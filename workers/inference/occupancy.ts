// Who has the model's state: one thing at a time, which can be stopped. What only reads ahead makes way for everything else,
// whichever tab wants it. Part of the engine.
import { EngineBusyError } from "./errors";

interface Occupant {
  readonly requestId: string;
  readonly makesWay: boolean;
  readonly controller: AbortController;
  readonly done: Promise<unknown>;
}

export class Occupancy {
  private occupant: Occupant | null = null;

  get isTaken(): boolean {
    return this.occupant !== null;
  }

  stop(requestId: string): void {
    if (this.occupant?.requestId === requestId) this.occupant.controller.abort();
  }

  /** Stops what is under way and waits for its end. */
  async end(): Promise<void> {
    this.occupant?.controller.abort();
    await this.occupant?.done;
  }

  /** Throws EngineBusyError when something else is under way that does not make way. */
  async take<Result>(
    { requestId, makesWay }: Pick<Occupant, "requestId" | "makesWay">,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    if (this.occupant?.makesWay && !makesWay) await this.end();
    if (this.occupant) throw new EngineBusyError("The model is at work. Stop it or wait for its end.");
    const controller = new AbortController();
    const running = work(controller.signal);
    const occupant = { requestId, makesWay, controller, done: running.catch(() => undefined) };
    this.occupant = occupant;
    try {
      return await running;
    } finally {
      if (this.occupant === occupant) this.occupant = null;
    }
  }
}
