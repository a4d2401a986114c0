// What is remembered of a race, in a real IndexedDB.
import { expect, test } from "vitest";
import { matmulMemory } from "./matmul-memory";

test("a choice is kept an adapter, replaced and forgotten", async () => {
  expect(await matmulMemory.find("test a")).toBeUndefined();
  await matmulMemory.keep("test a", { kind: "tiled", madeWith: "1" });
  await matmulMemory.keep("test b", { kind: "half", madeWith: "1" });
  await matmulMemory.keep("test a", { kind: "half", madeWith: "2" });
  expect(await matmulMemory.find("test a")).toEqual({ kind: "half", madeWith: "2" });
  await matmulMemory.forget("test a");
  expect(await matmulMemory.find("test a")).toBeUndefined();
  expect(await matmulMemory.find("test b")).toEqual({ kind: "half", madeWith: "1" });
  await matmulMemory.forget("test b");
});
