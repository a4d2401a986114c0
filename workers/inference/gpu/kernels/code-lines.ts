// For entry points that are written for a tile.

export const range = (count: number): number[] => [...Array(count).keys()];

export const lines = (indent: number, list: readonly string[]): string =>
  list.map((line) => " ".repeat(indent) + line).join("\n");
