// The worker takes the software GPU for a real one: what is for GPUs alone, such as guessing, runs on it.
import type { BrowserContext } from "@playwright/test";

const INFO = '{ value: { vendor: "story", architecture: "", description: "", isFallbackAdapter: false } }';

export async function passForGpu(context: BrowserContext): Promise<void> {
  await context.route("**/inference-worker-*.js", async (route) => {
    const response = await route.fetch();
    const body = `Object.defineProperty(GPUAdapter.prototype, "info", ${INFO});${await response.text()}`;
    await route.fulfill({ response, body });
  });
}
