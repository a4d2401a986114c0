// The fault server as tests in a browser use it, and a download environment in which waiting costs no time.
import { inject } from "vitest";
import type { DownloadEnvironment } from "../workers/inference/download/environment";
import { browserEnvironment } from "../workers/inference/download/environment";
import type { LoggedRequest, ServedFile } from "./fault-server";

let nextName = 0;

export interface ServedModel {
  readonly url: string;
  readonly redirectUrl: string;
  requests(): Promise<readonly LoggedRequest[]>;
  /** Ranges asked for since the log was cleared, in order; null for the whole file. */
  ranges(): Promise<readonly (string | null)[]>;
  clearLog(): Promise<void>;
  /** Puts another file in its place. */
  replace(file: ServedFile): Promise<void>;
}

/** Puts a file on the fault server under a name of its own. */
export async function serveModel(file: ServedFile): Promise<ServedModel> {
  const base = inject("faultServerUrl");
  const name = `${performance.timeOrigin}-${nextName++}.gguf`;
  const control = async (what: string, body?: ServedFile): Promise<readonly LoggedRequest[]> => {
    const response = await fetch(`${base}/control/${what}/${name}`, {
      method: "POST",
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return response.json() as Promise<readonly LoggedRequest[]>;
  };
  await control("serve", file);
  const requests = () => control("log");
  return {
    url: `${base}/files/${name}`,
    redirectUrl: `${base}/redirect/${name}`,
    requests,
    ranges: async () => (await requests()).map(({ range }) => range?.replace("bytes=", "") ?? null),
    clearLog: async () => {
      await control("clear");
    },
    replace: async (next) => {
      await control("serve", next);
    },
  };
}

export interface TestEnvironment extends DownloadEnvironment {
  /** Every wait so far, in ms. */
  readonly waits: readonly number[];
}

/** The browser's own, with a clock that jumps over every wait. */
export function testEnvironment(changes: Partial<DownloadEnvironment> = {}): TestEnvironment {
  const waits: number[] = [];
  let skippedMs = 0;
  return {
    ...browserEnvironment,
    now: () => performance.now() + skippedMs,
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(Math.round(ms));
      skippedMs += ms;
    },
    random: () => 0.5,
    waits,
    ...changes,
  };
}
