// What an error says beside its name and its English message: figures for a sentence in the reader's language. Types only.

export interface ErrorFigures {
  readonly GpuLimitError: { readonly limit: string; readonly needed: number; readonly offered: number };
  readonly GpuOutOfMemoryError: { readonly byteLength: number };
  readonly StorageFullError: { readonly missingBytes: number; readonly keptBytes: number };
  readonly ContextTooLongError: { readonly promptTokens: number; readonly contextLength: number };
}
