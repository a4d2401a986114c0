// The folder of goldens and fixtures beside the checkout, which maintainers and CI have and a bare clone does not.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../shared/", import.meta.url));

/** Whether the shared goldens are there; in CI their absence is an error, not a skipped test. */
export const hasShared = existsSync(folder);
if (!hasShared && process.env.CI) throw new Error(`CI needs the shared goldens in ${folder}`);

export function sharedPath(relative: string): string {
  return folder + relative;
}
