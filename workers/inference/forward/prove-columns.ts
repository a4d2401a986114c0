// Whether columns leave the bits of single tokens on this device. The kernels say the same sums in the same order, but a
// compiler may join a product and a sum in one of them and not in the other. So it is seen before anything relies on it.
import { createBuffer, untilLost } from "../gpu/device";
import { COLUMN_STEP_BYTES, COLUMNS } from "../gpu/kernels/columns-kernels";
import { encode, type Plan } from "../gpu/plan";
import type { Columns } from "./columns";
import type { Model } from "./model";

/** Reads tokens both ways from where the model stands, and compares all logits. What it stands at is as before afterwards. */
export async function proveColumns(model: Model, columns: Columns, ids: readonly number[]): Promise<boolean> {
  const { gpu, state, scratch } = model;
  const rowBytes = columns.logitsStride * 4;
  const bytes = (2 * COLUMNS + 1) * rowBytes;
  const usage = GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const rows = await createBuffer(gpu, { label: "columns proof", size: bytes, usage });
  const readback = await createBuffer(gpu, {
    label: "columns proof readback",
    size: bytes,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  const copy = (from: GPUBuffer, fromAt: number, to: GPUBuffer, toAt: number, size: number): void => {
    const encoder = gpu.device.createCommandEncoder({ label: "columns proof" });
    encoder.copyBufferToBuffer(from, fromAt, to, toAt, size);
    gpu.device.queue.submit([encoder.finish()]);
  };
  const { recurrent, position } = state;
  const { logits } = scratch;
  try {
    copy(logits, 0, rows, 2 * COLUMNS * rowBytes, logits.size);
    copy(recurrent, 0, columns.slots, 0, recurrent.size);
    await runColumns(model, columns, ids);
    copy(columns.logits, 0, rows, 0, COLUMNS * rowBytes);
    for (const [column, id] of ids.entries()) {
      await runToken(model, id, position + column);
      copy(logits, 0, rows, (COLUMNS + column) * rowBytes, logits.size);
    }
    copy(columns.slots, 0, recurrent, 0, recurrent.size);
    copy(rows, 2 * COLUMNS * rowBytes, logits, 0, logits.size);
    copy(rows, 0, readback, 0, bytes);
    await untilLost(gpu, readback.mapAsync(GPUMapMode.READ));
    return areRowsEqual(
      new Uint32Array(readback.getMappedRange()),
      columns.logitsStride,
      model.config.vocabSize,
    );
  } finally {
    rows.destroy();
    readback.destroy();
  }
}

/** The first rows against those that follow. */
function areRowsEqual(words: Uint32Array, stride: number, length: number): boolean {
  for (let row = 0; row < COLUMNS; row++) {
    const one = row * stride;
    const other = (row + COLUMNS) * stride;
    for (let i = 0; i < length; i++) if (words[one + i] !== words[other + i]) return false;
  }
  return true;
}

async function runColumns(model: Model, { steps, logits }: Columns, ids: readonly number[]): Promise<void> {
  const { gpu, scratch, recorder, state } = model;
  const { queue } = gpu.device;
  const encoder = gpu.device.createCommandEncoder({ label: "columns proof" });
  encoder.clearBuffer(logits); // what is not written shows
  queue.submit([encoder.finish()]);
  queue.writeBuffer(scratch.tokenIds, 0, Uint32Array.from(ids));
  queue.writeBuffer(recorder.step, 0, Uint32Array.of(COLUMNS, state.position));
  for (let column = 0; column < COLUMNS; column++)
    queue.writeBuffer(steps, column * COLUMN_STEP_BYTES, Uint32Array.of(1, state.position + column));
  await run(model, model.splitColumns(), COLUMNS);
}

async function runToken(model: Model, id: number, position: number): Promise<void> {
  const { gpu, scratch, recorder } = model;
  gpu.device.queue.writeBuffer(scratch.tokenIds, 0, Uint32Array.of(id));
  gpu.device.queue.writeBuffer(recorder.step, 0, Uint32Array.of(1, position));
  await run(model, model.splitToken(), 1);
}

async function run({ gpu, recorder }: Model, parts: readonly Plan[], tokens: number): Promise<void> {
  for (const part of parts) {
    const encoder = gpu.device.createCommandEncoder({ label: "columns proof" });
    encode(encoder, part, recorder, tokens);
    gpu.device.queue.submit([encoder.finish()]);
  }
  await untilLost(gpu, gpu.device.queue.onSubmittedWorkDone());
}
