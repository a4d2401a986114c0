// Counts what is alive on the GPU and hears every error that nobody else does. Imported before any device is opened.
let bufferCount = 0;
const counted = new WeakSet<GPUBuffer>();
const errors: string[] = [];

const { createBuffer } = GPUDevice.prototype;
GPUDevice.prototype.createBuffer = function (descriptor) {
  const buffer = createBuffer.call(this, descriptor);
  counted.add(buffer);
  bufferCount++;
  return buffer;
};

const { destroy } = GPUBuffer.prototype;
GPUBuffer.prototype.destroy = function () {
  if (counted.delete(this)) bufferCount--;
  return destroy.call(this);
};

const { requestDevice } = GPUAdapter.prototype;
GPUAdapter.prototype.requestDevice = async function (descriptor) {
  const device = await requestDevice.call(this, descriptor);
  device.addEventListener("uncapturederror", ({ error }) => errors.push(error.message));
  return device;
};

export const countBuffers = (): number => bufferCount;
export const listErrors = (): readonly string[] => errors;
