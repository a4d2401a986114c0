// For kernel tests that run in Node: `navigator.gpu` is Dawn's.
import { createDawn } from "./dawn";

const gpu = await createDawn();
Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
