import { describe, expect, it } from "vitest";
import { checkQuotations } from "./checked-quotations";
import { indexDocument } from "./document-index";
import { insertMarks, splitAtMarks } from "./marks-in-text";
import { matchQuotation } from "./match";
import { findQuotations } from "./quotations";

const index = indexDocument({
  id: "d",
  name: "Notes.txt",
  pages: [
    {
      number: 1,
      label: "1",
      text: "Project Heron is led by Tomas Lindqvist. It has a budget of 18,900 euros. Project Heron ends in June.",
    },
  ],
});

/** What follows which words: a number, or "missing". */
function check(answer: string, question = "") {
  const known = { questions: [question], names: ["Notes.txt"] };
  return checkQuotations(findQuotations(answer), known, (text) => matchQuotation([index], text)).map(
    (checked) => [
      answer.slice(0, checked.end).split(" ").at(-1),
      checked.kind === "found" ? checked.number : "missing",
    ],
  );
}

describe("checkQuotations", () => {
  it("numbers what is found in order, the same words alike, and marks what is not", () => {
    expect(
      check(
        "“led by Tomas Lindqvist” and “ended in a great scandal” and “ends in June” and “Led by Tomas Lindqvist”",
      ),
    ).toEqual([
      ["Lindqvist”", 1],
      ["scandal”", "missing"],
      ["June”", 2],
      ["Lindqvist”", 1],
    ]);
  });

  it("marks a figure or a name once, where it stands in one place and was not asked about", () => {
    expect(check("Project Heron is led by Tomas Lindqvist with 18,900 euros, Tomas Lindqvist says.")).toEqual(
      [
        ["Lindqvist", 1],
        ["18,900", 2],
      ],
    );
    expect(check("Tomas Lindqvist leads it.", "What does Tomas Lindqvist lead?")).toEqual([]);
    expect(check("It has 77,000 euros.")).toEqual([]);
  });

  it("does not doubt the question's words, the document's name, or a single word", () => {
    expect(
      check("“budget of the moon” is not in “Notes.txt”, nor is “cheese”", "What is the budget of the moon?"),
    ).toEqual([]);
  });
});

describe("marks in text", () => {
  it("come out where they went in, and a text's own characters are no marks", () => {
    const marked = insertMarks("a \ufdd03\ufdd1“b” c", [7, 9]);
    expect(splitAtMarks(marked)).toEqual(["a 3“b", 0, "” ", 1, "c"]);
    expect(splitAtMarks("\ufdd0x")).toEqual(["x"]);
  });
});
