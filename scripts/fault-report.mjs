// What tests showed of the faults of e2e/fault-table.mjs: reads the reports of Vitest and Playwright, lays out the table.
import { basename } from "node:path";

/** @typedef {{ readonly title: string, readonly file: string, readonly hasPassed: boolean }} RanTest */

/** Tests of Vitest's JSON report. */
export function readVitest(report) {
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "passed" || status === "failed")
      .map(({ fullName, status }) => ({
        title: fullName,
        file: basename(name),
        hasPassed: status === "passed",
      })),
  );
}

/** Tests of Playwright's JSON report, whose suites contain suites. */
export function readPlaywright({ suites }) {
  const readSuite = (suite, title) => [
    ...(suite.specs ?? [])
      .filter((spec) => spec.tests.some(({ status }) => status !== "skipped"))
      .map((spec) => ({ title: `${title} ${spec.title}`, file: basename(spec.file), hasPassed: spec.ok })),
    ...(suite.suites ?? []).flatMap((inner) => readSuite(inner, `${title} ${inner.title}`)),
  ];
  return suites.flatMap((suite) => readSuite(suite, suite.title));
}

/** Ids that a title names, such as F7 and F12 of "is refused [F7, F12]". */
export function listIds(title) {
  return [...title.matchAll(/\[(F\d+(?:, ?F\d+)*)\]/g)].flatMap(([, ids]) => ids.split(/, ?/));
}

/**
 * What became of each fault, in the list's order, and the titles that name one that is not in it.
 *
 * @param {readonly import("../e2e/fault-table.mjs").ListedFault[]} faults
 * @param {readonly RanTest[]} tests
 */
export function judgeFaults(faults, tests) {
  const known = new Set(faults.map(({ id }) => id));
  const rows = faults.map((fault) => {
    const shownBy = tests.filter(({ title }) => listIds(title).includes(fault.id));
    const hasFailed = shownBy.some(({ hasPassed }) => !hasPassed);
    const result = hasFailed
      ? "failed"
      : shownBy.length > 0
        ? "passed"
        : fault.notHere === undefined
          ? "not shown"
          : "not here";
    return { ...fault, files: [...new Set(shownBy.map(({ file }) => file))].sort(), result };
  });
  const unknown = tests.filter(({ title }) => listIds(title).some((id) => !known.has(id)));
  return { rows, unknown: unknown.map(({ title, file }) => `${file}: ${title}`) };
}

/** The table as text, ending with how many of each result there are. */
export function describeFaults({ rows, unknown }) {
  const cells = [["", "fault", "injected how", "result", "shown by"]];
  for (const { id, fault, injected, notHere, files, result } of rows) {
    cells.push([id, fault, injected, result, [...files, ...(notHere ? [`(${notHere})`] : [])].join(" ")]);
  }
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
  const count = (wanted) => rows.filter(({ result }) => result === wanted).length;
  const counts = ["passed", "failed", "not shown", "not here"]
    .map((result) => `${count(result)} ${result}`)
    .join(", ");
  return [
    ...lines,
    ...unknown.map((title) => `No such fault: ${title}`),
    `${rows.length} faults: ${counts}`,
  ].join("\n");
}
