// WebGPU in Node through Dawn (npm `webgpu`): on the machine's GPU, or on SwiftShader, which run.mjs sets up.
import { createRequire } from "node:module";

interface DawnModule {
  create(options: string[]): GPU;
  readonly globals: Record<string, unknown>;
}

/** Dawn's instance dies with its JavaScript object, devices and all, so the object is held until the process ends. */
const held: GPU[] = [];

/**
 * Installs WebGPU's globals and returns navigator.gpu's like. DAWN may name another build's dawn.node; DAWN_FLAGS holds
 * Dawn's own options separated by semicolons.
 */
export async function createDawn(): Promise<GPU> {
  const require = createRequire(import.meta.url);
  const options = (process.env.DAWN_FLAGS ?? "").split(";").filter(Boolean);
  const dawn = (process.env.DAWN ? require(process.env.DAWN) : await import("webgpu")) as DawnModule;
  Object.assign(globalThis, dawn.globals);
  const gpu = dawn.create(options);
  held.push(gpu);
  const adapter = await gpu.requestAdapter();
  if (!adapter) {
    throw new Error(
      "Dawn found no GPU. Without one, install Chromium: its SwiftShader driver (vk_swiftshader_icd.json) is used, or name one in VK_ICD_FILENAMES.",
    );
  }
  return gpu;
}
