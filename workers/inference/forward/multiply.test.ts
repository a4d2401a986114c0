// How a matrix product is cut into slices of its columns.
import { expect, it } from "vitest";
import { sliceUnits } from "./multiply";

const room = 512 * 10240;

it("leaves a matrix with rows enough whole", () => {
  expect(sliceUnits({ rows: 10240, columns: 2560 }, 512, room)).toBe(80);
});

it("cuts the columns of a matrix with few rows", () => {
  expect(sliceUnits({ rows: 2560, columns: 8192 }, 512, room)).toBe(64); // four slices
  expect(sliceUnits({ rows: 192, columns: 5120 }, 512, room)).toBe(8);
});

it("cuts no more than there is room for sums, and none without", () => {
  expect(sliceUnits({ rows: 2560, columns: 8192 }, 512, 2 * 512 * 2560)).toBe(128);
  expect(sliceUnits({ rows: 2560, columns: 8192 }, 512, 0)).toBe(256);
});

it("does not cut below eight units", () => {
  expect(sliceUnits({ rows: 64, columns: 160 }, 512, room)).toBe(5);
});
