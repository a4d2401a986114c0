import { expect, it } from "vitest";
import { testGpu } from "./kernels/run-kernel";
import { recordDispatches, timeEncoding } from "./observe";

const code = `
@group(0) @binding(0) var<storage, read_write> cells: array<u32>;
@compute @workgroup_size(1) fn count(@builtin(global_invocation_id) id: vec3<u32>) { cells[id.x] += 1u; }`;

it("notes dispatches with what they bind, times commands, and leaves them to do their work", async () => {
  const { device } = await testGpu();
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const cells = device.createBuffer({ size: 16, usage });
  const readback = device.createBuffer({
    size: 16,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  const module = device.createShaderModule({ code });
  const pipeline = device.createComputePipeline({ layout: "auto", compute: { module } });
  const group = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [{ binding: 0, resource: { buffer: cells } }],
  });
  const run = () => {
    device.queue.writeBuffer(cells, 0, Uint32Array.of(5, 5, 5, 5));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(4);
    pass.dispatchWorkgroups(2, 1, 1);
    pass.end();
    encoder.copyBufferToBuffer(cells, 0, readback, 0, 16);
    device.queue.submit([encoder.finish()]);
  };
  const recording = recordDispatches(device);
  const encoding = timeEncoding(device);
  run();
  encoding.stop();
  recording.stop();
  run(); // unseen
  expect(recording.dispatches).toEqual([
    { pipeline, bindGroups: [group], grid: [4, 1, 1] },
    { pipeline, bindGroups: [group], grid: [2, 1, 1] },
  ]);
  expect(encoding.read().submits).toBe(1);
  expect(encoding.read().elapsedMs).toBeGreaterThanOrEqual(0);
  expect(Object.getOwnPropertyNames(device)).not.toContain("createCommandEncoder");
  await readback.mapAsync(GPUMapMode.READ);
  expect([...new Uint32Array(readback.getMappedRange())]).toEqual([7, 7, 6, 6]);
  cells.destroy();
  readback.destroy();
});
