// The engine's one device: opened at the first load, anew after a loss. Part of the engine.
import { type Gpu, openGpu } from "./gpu/device";

export class DeviceOwner {
  private gpu: Gpu | null = null;

  constructor(
    private readonly webGpu: GPU | undefined,
    private readonly onLost: (message: string) => void,
  ) {}

  /** The device at hand, or a new one after a loss. */
  async open(): Promise<Gpu> {
    if (this.gpu && !this.gpu.isLost()) return this.gpu;
    const gpu = await openGpu(this.webGpu);
    this.gpu = gpu;
    void gpu.lost.then(({ message }) => this.onLost(message));
    return gpu;
  }
}
