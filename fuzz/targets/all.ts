// Every target, loaded when its turn comes.
import type { Target } from "../target";

interface Entry {
  readonly name: string;
  readonly load: () => Promise<Target>;
}

export const listTargets = (): readonly Entry[] => [
  { name: "gguf", load: async () => (await import("./gguf")).load() },
  { name: "gguf-twice", load: async () => (await import("./gguf-twice")).load() },
  { name: "vocabulary", load: async () => (await import("./vocabulary")).load() },
  { name: "text", load: async () => (await import("./text")).load() },
  { name: "state", load: async () => (await import("./state")).load() },
  { name: "download", load: async () => (await import("./download")).load() },
  { name: "docx", load: async () => (await import("./documents")).loadDocx() },
  { name: "epub", load: async () => (await import("./documents")).loadEpub() },
  { name: "plan", load: async () => (await import("./plan")).load() },
  { name: "rows", load: async () => (await import("./rows")).load() },
  { name: "markdown", load: async () => (await import("./markdown")).load() },
  { name: "archive", load: async () => (await import("./archive")).load() },
];
