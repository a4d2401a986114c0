// What becomes of the calls that wait for a worker that dies. The real worker, ended as a browser or a bug would.
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { engine, onWorkerDeath } from "./inference";

declare module "vitest" {
  interface ProvidedContext {
    readonly faultServerUrl: string;
  }
}

const workers: Worker[] = [];
const PlainWorker = globalThis.Worker;
const deaths: string[] = [];

beforeAll(() => {
  globalThis.Worker = class extends PlainWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.push(this);
    }
  };
  onWorkerDeath(({ name }) => deaths.push(name));
});

afterAll(() => {
  globalThis.Worker = PlainWorker;
  workers.at(-1)?.terminate();
});

/** Calls that the worker does not end by itself, once it has begun them. */
async function startEndless(): Promise<readonly Promise<unknown>[]> {
  const server = inject("faultServerUrl");
  const name = `${performance.timeOrigin}-endless-${workers.length}.gguf`;
  const body = JSON.stringify({ byteLength: 1000, seed: 1, faults: [{ kind: "stall", after: 0 }] });
  await fetch(`${server}/control/serve/${name}`, { method: "POST", body });
  const url = `${server}/files/${name}`;
  const begun = Promise.withResolvers<void>();
  const download = engine.downloadModel({ kind: "url", url }, () => begun.resolve());
  download.catch(() => undefined); // looked at later
  await begun.promise;
  const other = `${url}?other`;
  const busy = engine.downloadModel({ kind: "url", url: other }, () => undefined).catch(({ name }) => name);
  expect(await busy).toBe("EngineBusyError");
  return [download];
}

const ends: readonly (readonly [string, (worker: Worker) => void])[] = [
  ["is terminated", (worker) => worker.terminate()],
  ["throws what nobody catches", (worker) => worker.dispatchEvent(new ErrorEvent("error", { message: "x" }))],
  ["sends what cannot be read", (worker) => worker.dispatchEvent(new MessageEvent("messageerror"))],
];

it.each(ends)(
  "rejects all that waits within 5 s when the worker %s, and starts another [F43]",
  async (_how, end) => {
    const calls = await startEndless();
    const count = workers.length;
    const endedAt = performance.now();
    end(workers.at(-1) as Worker);
    for (const call of calls) await expect(call).rejects.toMatchObject({ name: "WorkerDiedError" });
    expect(performance.now() - endedAt).toBeLessThan(5_000);
    expect(deaths).toHaveLength(count);
    expect((await engine.listCatalogue()).length).toBeGreaterThan(0);
    expect(workers).toHaveLength(count + 1);
  },
);
