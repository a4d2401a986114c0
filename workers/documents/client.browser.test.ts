// What the page's side of the worker does with time, cancelling and several files at once.
import { afterEach, describe, expect, it } from "vitest";
import type { DocumentProgress } from "./api";
import { endIdleDocumentsWorker, isDocumentsWorkerRunning } from "./client";
import { buildPdf } from "./pdf/build-pdf";
import { failure, parse, textOf } from "./test-documents";

afterEach(endIdleDocumentsWorker);

describe("parseDocument", () => {
  it("says how far it is and ends its worker when asked to", async () => {
    const seen: DocumentProgress[] = [];
    const pages = ["one", "two", "three"].map((text) => ({ texts: [{ text, x: 50, y: 50 }] }));
    await parse("a.pdf", await buildPdf(pages), { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ phase }) => phase)).toEqual(expect.arrayContaining(["waiting", "loading", "parsing"]));
    expect(seen.at(-1)).toEqual({ phase: "parsing", pagesRead: 3, pageCount: 3 });
    expect(isDocumentsWorkerRunning()).toBe(true);
    endIdleDocumentsWorker();
    expect(isDocumentsWorkerRunning()).toBe(false);
  });

  it("stops at once when its signal aborts, and the next file is read by a new worker", async () => {
    const controller = new AbortController();
    const pages = Array.from({ length: 400 }, () => ({ texts: [{ text: "x".repeat(100), x: 50, y: 50 }] }));
    const long = parse("long.pdf", await buildPdf(pages), {
      signal: controller.signal,
      onProgress: ({ pagesRead }) => {
        if (pagesRead > 0) controller.abort(new Error("enough"));
      },
    });
    const next = parse("b.txt", "next");
    await expect(long).rejects.toThrow("enough");
    expect((await next).pages[0]?.text).toBe("next");
  });

  it("lets a waiting file be cancelled without harm to the one that is read", async () => {
    const controller = new AbortController();
    const first = parse("a.txt", "first");
    const second = parse("b.txt", "second", { signal: controller.signal });
    controller.abort(new Error("not that one"));
    await expect(second).rejects.toThrow("not that one");
    expect((await first).pages[0]?.text).toBe("first");
    await expect(parse("c.txt", "x", { signal: controller.signal })).rejects.toThrow("not that one");
  });

  it("ends a parse at its time limit, naming the page, and goes on with the next file [F53]", async () => {
    const quick = { texts: [{ text: "quick", x: 50, y: 50 }] };
    await parse("first.pdf", await buildPdf([quick])); // so that no library is loaded in the time measured
    const slow = await buildPdf([quick, { content: "q Q ".repeat(9_000_000) }]);
    const fail = (maxSeconds: number) => failure("slow.pdf", slow, { limits: { maxSeconds } });
    // A busy machine may not be past the first page in that time.
    const seconds = [1.5, 3, 6, 12];
    let limitSeconds = 0;
    let fault: object = { page: 1 };
    while ("page" in fault && fault.page === 1 && seconds.length > 0) {
      limitSeconds = seconds.shift() as number;
      fault = await fail(limitSeconds);
      expect(isDocumentsWorkerRunning()).toBe(false);
    }
    expect(fault).toEqual({
      name: "DocumentTimeoutError",
      kind: "too-slow-at-page",
      file: "slow.pdf",
      limitSeconds,
      page: 2,
      pageCount: 2,
    });
    expect(await textOf("after.txt", "still here")).toBe("still here");
  });
});
