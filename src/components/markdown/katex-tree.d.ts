// What KaTeX exports and leaves out of its types: the tree from which it makes markup.
import type { KatexOptions } from "katex";

declare module "katex" {
  export function __renderToDomTree(tex: string, options: KatexOptions): unknown;
}
