// `node scripts/run.mjs scripts/profile-columns.ts --gguf FILE [--prompt 2048]`
//
// Takes a step of prompt lookup apart under Dawn in Node: each kind of dispatch, how many there are and what one costs when
// repeated back to back, layer after layer.
import { parseArgs } from "node:util";
import { summarize } from "../workers/inference/bench-statistics";
import { Model } from "../workers/inference/forward/model";
import { openGpu } from "../workers/inference/gpu/device";
import { COLUMN_STEP_BYTES, COLUMNS } from "../workers/inference/gpu/kernels/columns-kernels";
import type { Dispatch, Plan } from "../workers/inference/gpu/plan";
import { parseGguf } from "../workers/inference/parse/gguf";
import { readConfig } from "../workers/inference/parse/read-config";
import { Writer } from "../workers/inference/sample/writer";
import { createDawn } from "./dawn";
import { openFileSource } from "./file-source";

const GREEDY = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 };
const REPEATS = 60;
const TIMINGS = 5;

async function timeDispatches(model: Model, members: Plan, repeats: number): Promise<number> {
  const { gpu, recorder } = model;
  const encoder = gpu.device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  for (let i = 0; i < repeats; i++) {
    const { pipeline, bindGroup, stepGroup, grid } = members[i % members.length] as Dispatch;
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.setBindGroup(1, stepGroup ?? recorder.stepGroup);
    const [x, y = 1, z = 1] = grid(COLUMNS);
    pass.dispatchWorkgroups(x, y, z);
  }
  pass.end();
  const startedAt = performance.now();
  gpu.device.queue.submit([encoder.finish()]);
  await gpu.device.queue.onSubmittedWorkDone();
  return performance.now() - startedAt;
}

async function timeKind(model: Model, members: Plan, repeats = REPEATS): Promise<number> {
  await timeDispatches(model, members, repeats);
  const times: number[] = [];
  for (let i = 0; i < TIMINGS; i++) {
    const idle = await timeDispatches(model, members, 0);
    times.push((await timeDispatches(model, members, repeats)) - idle);
  }
  return (summarize(times).median * 1000) / repeats;
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { gguf: { type: "string" }, prompt: { type: "string", default: "2048" } },
  });
  if (!values.gguf) throw new Error("--gguf FILE");
  const gpu = await openGpu(await createDawn());
  const source = await openFileSource(values.gguf);
  const gguf = await parseGguf(source);
  const prompt = Number(values.prompt);
  const model = await Model.load(gpu, readConfig(gguf), gguf.tensors, source, {
    contextLength: prompt + 64,
    asGpu: true,
  });
  await model.prefill(Array.from({ length: prompt }, (_, i) => (i * 7919) % model.config.vocabSize));
  const writer = await Writer.create(model);
  await writer.openLookup(GREEDY);
  const columns = await model.columns.open();
  if (!columns) throw new Error("no columns here");
  const { queue } = gpu.device;
  queue.writeBuffer(model.recorder.step, 0, Uint32Array.of(COLUMNS, prompt));
  for (let column = 0; column < COLUMNS; column++)
    queue.writeBuffer(columns.steps, column * COLUMN_STEP_BYTES, Uint32Array.of(1, prompt + column));
  const plan = model.columns.plan;
  const kinds = new Map<string, Dispatch[]>();
  const pipelines: GPUComputePipeline[] = [];
  for (const dispatch of plan) {
    if (!pipelines.includes(dispatch.pipeline)) pipelines.push(dispatch.pipeline);
    const key = `${dispatch.label} ${pipelines.indexOf(dispatch.pipeline)} ${dispatch.grid(COLUMNS)}`;
    kinds.set(key, [...(kinds.get(key) ?? []), dispatch]);
  }
  const rows: [string, number, number][] = [];
  for (const [key, members] of kinds) rows.push([key, members.length, await timeKind(model, members)]);
  rows.sort((a, b) => b[1] * b[2] - a[1] * a[2]);
  let sum = 0;
  for (const [key, count, us] of rows) {
    sum += count * us;
    console.log(
      `${key.padEnd(48)} ${String(count).padStart(4)} ${us.toFixed(1).padStart(8)} µs ${((count * us) / 1000).toFixed(3).padStart(8)} ms`,
    );
  }
  console.log(`sum ${(sum / 1000).toFixed(2)} ms in ${plan.length} dispatches`);
  const whole = await timeKind(model, plan, plan.length);
  console.log(`the plan as it is ${((whole * plan.length) / 1000).toFixed(2)} ms`);
  writer.dispose();
  model.dispose();
  await source.close();
  gpu.dispose();
  return 0;
}
