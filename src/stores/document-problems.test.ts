import { describe, expect, it } from "vitest";
import { DocumentError } from "../../workers/documents/errors";
import { describeFault, describeWarning, listPages } from "./document-problems";
import { explainProblem, problemOf } from "./problems";

describe("a fault of a file", () => {
  it("is told with its file, its numbers and what to do", () => {
    expect(describeFault({ kind: "image", file: "a.pdf" })).toBe(
      "“a.pdf” is an image. Attach a text, PDF, Word, EPUB or HTML file.",
    );
    expect(describeFault({ kind: "part-missing", file: "b.docx", part: "word/document.xml" })).toBe(
      "“b.docx” is damaged: its part “word/document.xml” is missing. Open it in the program that made it and save it again, or paste its text.",
    );
    expect(describeFault({ kind: "without-text", file: "c.pdf", pageCount: 1 })).toMatch(
      /^The only page of “c.pdf” holds no text: it seems to be scanned/,
    );
    expect(describeFault({ kind: "without-text", file: "c.pdf", pageCount: 1_200 })).toMatch(
      /^None of the 1,200 pages of “c.pdf” holds text/,
    );
    expect(
      describeFault({ kind: "too-many-bytes", file: "d.pdf", bytes: 312_400_000, limit: 200_000_000 }),
    ).toBe("“d.pdf” has 312 MB and a document may have 200 MB. Attach the part that you want to ask about.");
    expect(
      describeFault({ kind: "too-slow-at-page", file: "e.pdf", limitSeconds: 180, page: 2, pageCount: 9 }),
    ).toBe(
      "Reading “e.pdf” took more than 180 s and page 2 of 9 was not finished. Split the document, or paste the part that you want to ask about.",
    );
  });

  it("keeps its name and its sentence as a problem of the page", () => {
    const problem = problemOf(new DocumentError({ kind: "password-needed", file: "safe.pdf" }));
    expect(problem.name).toBe("DocumentPasswordError");
    expect(explainProblem(problem)).toMatchObject({
      title: "This file is locked",
      sentence: "“safe.pdf” is protected by a password. Enter the password to read it.",
    });
  });
});

describe("a warning", () => {
  it("names its pages, one or several", () => {
    expect(describeWarning({ name: "pages-without-text", pages: [2] })).toMatch(/^Page 2 has no text/);
    expect(describeWarning({ name: "damaged-pages", file: "a.pdf", pages: [2, 3, 5, 6, 7] })).toBe(
      "Pages 2, 3, 5–7 of “a.pdf” could not be read and were left out. Save the file again in the program that made it.",
    );
    expect(describeWarning({ name: "damaged-text", file: "a.txt", placeCount: 1 })).toMatch("1 place that");
  });

  it("of version 0.1 is shown as it was written", () => {
    expect(describeWarning({ name: "guessed-encoding", message: "It was guessed." })).toBe("It was guessed.");
  });
});

describe("listPages", () => {
  it("names a dozen stretches and says that there are more", () => {
    const odd = Array.from({ length: 13 }, (_, index) => 2 * index + 1);
    expect(listPages(odd.slice(0, 12))).toBe("1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23");
    expect(listPages(odd)).toBe("1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and more");
  });
});
