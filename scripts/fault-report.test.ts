import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FAULTS } from "../e2e/fault-table.mjs";
import { describeFaults, judgeFaults, listIds, readPlaywright, readVitest } from "./fault-report.mjs";

const listed = [
  { id: "F1", fault: "a cut", injected: "by the server" },
  { id: "F2", fault: "a stall", injected: "by the server" },
  { id: "F3", fault: "a flood", injected: "by the server", notHere: "it never rains" },
  { id: "F4", fault: "a fire", injected: "by hand" },
];

const vitest = {
  testResults: [
    {
      name: "/somewhere/wire.test.ts",
      assertionResults: [
        { fullName: "a wire goes on [F1, F2]", status: "passed" },
        { fullName: "a wire stands still [F2]", status: "failed" },
        { fullName: "a wire burns [F4]", status: "pending" },
      ],
    },
  ],
};

const playwright = {
  suites: [
    {
      title: "story.spec.ts",
      specs: [{ title: "goes on [F1]", file: "story.spec.ts", ok: true, tests: [{ status: "expected" }] }],
      suites: [
        {
          title: "later",
          specs: [
            { title: "burns [F4]", file: "story.spec.ts", ok: true, tests: [{ status: "skipped" }] },
            { title: "sinks [F9]", file: "story.spec.ts", ok: true, tests: [{ status: "expected" }] },
          ],
        },
      ],
    },
  ],
};

const judged = judgeFaults(listed, [...readVitest(vitest), ...readPlaywright(playwright)]);

describe("the table of faults", () => {
  it("finds the ids in a title", () => {
    expect(listIds("describe [F1] it [F20, F3]")).toEqual(["F1", "F20", "F3"]);
    expect(listIds("an array [F] of F1")).toEqual([]);
  });

  it("takes a fault as passed only when a test ran and none failed", () => {
    expect(judged.rows.map(({ id, result, files }) => [id, result, files])).toEqual([
      ["F1", "passed", ["story.spec.ts", "wire.test.ts"]],
      ["F2", "failed", ["wire.test.ts"]],
      ["F3", "not here", []],
      ["F4", "not shown", []],
    ]);
  });

  it("names the tests of faults that are not in the list", () => {
    expect(judged.unknown).toEqual(["story.spec.ts: story.spec.ts later sinks [F9]"]);
  });

  it("is printed with its counts and with the reason for what cannot be injected", () => {
    const text = describeFaults(judged);
    expect(text).toMatch(/^F1 +a cut +by the server +passed +story\.spec\.ts wire\.test\.ts$/m);
    expect(text).toMatch(/^F3 .*not here +\(it never rains\)$/m);
    expect(text.split("\n").at(-1)).toBe("4 faults: 1 passed, 1 failed, 1 not shown, 1 not here");
  });

  it("has each fault once, in order, with how it is injected or why it is not", () => {
    const numbers = FAULTS.map(({ id }) => Number(id.slice(1)));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    for (const { injected, notHere } of FAULTS) expect(injected || notHere).toBeTruthy();
  });

  it("is named rightly by every test there is", () => {
    const known = FAULTS.map(({ id }) => id as string);
    const root = new URL("../", import.meta.url);
    for (const folder of ["src", "workers", "e2e"]) {
      const files = readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" });
      for (const file of files.filter((name) => /\.(test|spec)\.tsx?$/.test(name))) {
        const ids = listIds(readFileSync(new URL(`${folder}/${file.replaceAll("\\", "/")}`, root), "utf8"));
        for (const id of ids) expect(known, file).toContain(id);
      }
    }
  });
});
