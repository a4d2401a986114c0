import { expect, it } from "vitest";
import { createBuffer, openGpu } from "./device";
import { testGpu } from "./kernels/run-kernel";

it.each([
  ["maxBufferSize", GPUBufferUsage.COPY_DST],
  ["maxStorageBufferBindingSize", GPUBufferUsage.STORAGE],
] as const)("names %s, what is offered and what is needed", async (limit, usage) => {
  const gpu = await testGpu();
  const offered = gpu.device.limits[limit];
  const size = offered + 4;
  await expect(createBuffer(gpu, { label: "keys", size, usage })).rejects.toMatchObject({
    name: "GpuLimitError",
    message: expect.stringMatching(new RegExp(`${limit} = ${offered} .* ${size}`)),
  });
  expect(gpu.takeError()).toBeUndefined();
});

it("says that memory is out, of what and how much", async () => {
  const gpu = await openGpu(navigator.gpu);
  const size = 2 ** 30; // SwiftShader lets this size pass its limits and never has it
  const failed = createBuffer(gpu, { label: "keys 7", size, usage: GPUBufferUsage.STORAGE });
  await expect(failed).rejects.toMatchObject({
    name: "GpuOutOfMemoryError",
    message: expect.stringContaining("keys 7 (1.07 GB)"),
  });
  expect(gpu.takeError()).toBeUndefined();
  gpu.dispose();
});
