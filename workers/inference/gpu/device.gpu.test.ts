import { expect, it } from "vitest";
import { createBuffer, openGpu, probeGpu, untilLost } from "./device";
import { KernelCompiler } from "./kernel";
import { testGpu } from "./kernels/run-kernel";

it.each([
  ["maxBufferSize", GPUBufferUsage.COPY_DST],
  ["maxStorageBufferBindingSize", GPUBufferUsage.STORAGE],
] as const)("names %s, what is offered and what is needed [F33]", async (limit, usage) => {
  const gpu = await testGpu();
  const offered = gpu.device.limits[limit];
  const size = offered + 4;
  await expect(createBuffer(gpu, { label: "keys", size, usage })).rejects.toMatchObject({
    name: "GpuLimitError",
    message: expect.stringMatching(new RegExp(`${limit} = ${offered} .* ${size}`)),
  });
  expect(gpu.takeError()).toBeUndefined();
});

it("says that memory is out, of what and how much [F34]", async () => {
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

it("says what is missing without WebGPU and without an adapter [F32]", async () => {
  const withoutAdapter = { requestAdapter: async () => null } as unknown as GPU;
  for (const [gpu, reason, words] of [
    [undefined, "no-webgpu", /Use a current Chrome/],
    [withoutAdapter, "no-adapter", /Turn on hardware acceleration/],
  ] as const) {
    const message = expect.stringMatching(words);
    expect(await probeGpu(gpu)).toMatchObject({ status: "unavailable", reason, message });
    await expect(openGpu(gpu)).rejects.toMatchObject({ name: "WebGpuUnavailableError", message });
  }
});

it("takes a device that does not answer for lost, and with it all that waits [F38]", async () => {
  const gpu = await openGpu(navigator.gpu, { patienceSeconds: 1 });
  const never = new Promise<void>(() => undefined);
  const waits = [untilLost(gpu, never), untilLost(gpu, never)];
  for (const wait of waits) await expect(wait).rejects.toMatchObject({ name: "DeviceLostError" });
  expect(gpu.isLost()).toBe(true);
  await expect(untilLost(gpu, never)).rejects.toMatchObject({ name: "DeviceLostError" });
  expect((await gpu.device.lost).reason).toBe("destroyed");
});

it("knows a map that is broken off for the loss that it is a sign of [F38]", async () => {
  const gpu = await openGpu(navigator.gpu);
  const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
  const buffer = await createBuffer(gpu, { label: "readback", size: 16, usage });
  const mapped = untilLost(gpu, buffer.mapAsync(GPUMapMode.READ));
  gpu.device.destroy();
  await expect(mapped).rejects.toMatchObject({ name: "DeviceLostError" });
});

it("names the kernel that does not compile [F39]", async () => {
  const { device } = await testGpu();
  const code = "@compute @workgroup_size(1) fn rms_norm() { wrong }";
  const compiled = new KernelCompiler(device, true).compile({
    ...{ name: "rms_norm", code, bindings: [], params: {} },
  });
  await expect(compiled).rejects.toMatchObject({
    name: "InternalError",
    message: expect.stringContaining("rms_norm"),
  });
  (await testGpu()).takeError();
});
