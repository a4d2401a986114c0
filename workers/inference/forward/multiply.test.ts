// How a matrix product is cut into slices of its columns.
import { expect, it } from "vitest";
import { sliceUnits } from "./multiply";

const room = 512 * 10240;
const tiling = { rows: 128, tokens: 128, wantedGroups: 264, minSliceUnits: 8 };

it("leaves a matrix with rows enough whole", () => {
  expect(sliceUnits({ rows: 10240, columns: 2560 }, tiling, 512, room)).toBe(80);
});

it("cuts the columns of a matrix with few rows into slices of an even number of units", () => {
  expect(sliceUnits({ rows: 2560, columns: 8192 }, tiling, 512, room)).toBe(86); // 80 tiles, three slices
  expect(sliceUnits({ rows: 256, columns: 5120 }, tiling, 512, room)).toBe(8); // 8 tiles, 20 slices, the most that fill their tiles
});

it("cuts no more than there is room for sums, and none without", () => {
  expect(sliceUnits({ rows: 2560, columns: 8192 }, tiling, 512, 2 * 512 * 2560)).toBe(128);
  expect(sliceUnits({ rows: 2560, columns: 8192 }, tiling, 512, 0)).toBe(256);
});

it("does not cut below the units that fill a tile", () => {
  expect(sliceUnits({ rows: 64, columns: 160 }, tiling, 512, room)).toBe(5);
});

it("does not cut what cannot be added up by fours", () => {
  expect(sliceUnits({ rows: 130, columns: 5120 }, tiling, 512, room)).toBe(160);
});

it("cuts every product of a short chunk that is long enough", () => {
  const short = { rows: 64, tokens: 16, wantedGroups: 320, wantedSlices: 4, minSliceUnits: 8 };
  expect(sliceUnits({ rows: 10240, columns: 2560 }, short, 16, room)).toBe(20); // 160 tiles: no fewer than four slices
  expect(sliceUnits({ rows: 2560, columns: 5120 }, short, 16, room)).toBe(20); // 40 tiles: eight slices
  expect(sliceUnits({ rows: 5120, columns: 160 }, short, 16, room)).toBe(5);
  expect(sliceUnits({ rows: 10240, columns: 2560 }, short, 512, room)).toBe(80); // of a long chunk tiles are enough
});
