// pdf.js ships no types for its parser; it is imported for what it leaves on the global object.
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: object;
}
