import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countRtlExcess, reorder } from "./bidi";

// Left: as it is read. Right: as it stands from left to right, brackets drawn turned.
const LINES: readonly (readonly [base: "ltr" | "rtl", read: string, drawn: string])[] = [
  ["rtl", "שלום עולם.", ".םלוע םולש"],
  ["rtl", "המודל Jamba 2 3B של AI21 Labs פועל", "לעופ AI21 Labs לש Jamba 2 3B לדומה"],
  ["rtl", "המחיר 1,250.50 ש״ח ב-12/05/2026", "12/05/2026-ב ח״ש 1,250.50 ריחמה"],
  ["rtl", "פחות 15% כלומר", "רמולכ 15% תוחפ"],
  ["rtl", "(ראו סעיף 3.2)", "(3.2 ףיעס ואר)"],
  ["rtl", "السلام ٢٠٢٦ عليكم", "مكيلع ٢٠٢٦ مالسلا"],
  ["ltr", "The word שלום עולם means hello", "The word םלוע םולש means hello"],
  ["ltr", "no Hebrew (at all) 12", "no Hebrew (at all) 12"],
];

describe("reorder", () => {
  it.each(LINES)("turns a line from left to right into reading order (%s: %s)", (base, read, drawn) => {
    expect(reorder(drawn, base, true)).toBe(read);
    expect(reorder(read, base, true)).toBe(drawn);
  });

  it("keeps a table's cells apart", () => {
    expect(reorder("תיב\tAB 1\tדלי", "rtl", true)).toBe("ילד\tAB 1\tבית");
  });

  it("loses and invents nothing", () => {
    const text = fc.string({ unit: fc.constantFrom(..."אבגد٣12.,-%() \tabc") });
    fc.assert(
      fc.property(text, fc.constantFrom("ltr" as const, "rtl" as const), (drawn, base) => {
        expect([...reorder(drawn, base, false)].sort()).toEqual([...drawn].sort());
      }),
      { seed: 7 },
    );
  });
});

it("counts which letters there are more of", () => {
  expect(countRtlExcess("שלום abc")).toBe(1);
  expect(countRtlExcess("ab 12 ד")).toBe(-1);
});
