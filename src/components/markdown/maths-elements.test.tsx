import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { renderMaths } from "./maths-elements";

const draw = (tex: string, isDisplay = false): string => renderToStaticMarkup(renderMaths(tex, isDisplay));

describe("renderMaths", () => {
  it("makes MathML of TeX, without the TeX in it", () => {
    expect(draw("x^2")).toBe("<math><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>");
    expect(draw("\\frac{1}{2}", true)).toContain(
      '<math display="block"><mrow><mfrac><mn>1</mn><mn>2</mn></mfrac>',
    );
  });
  it("writes letters of other alphabets as characters, which every browser draws", () => {
    expect(draw("\\mathbb{R}\\mathbf{x1}\\mathcal{LA}\\mathfrak{g}")).toMatch(/ℝ.*𝐱.*ℒ.*𝒜.*𝔤/su);
    expect(draw("\\mathrm{d}x")).toContain('<mi mathvariant="normal">d</mi>');
  });
  it("aligns columns, draws lines and boxes by classes", () => {
    expect(draw("\\begin{aligned}a&=b\\\\c&=d\\end{aligned}")).toMatch(
      /<mtable class="maths-tight"><mtr><mtd class="maths-right">.*<mtd class="maths-left">/s,
    );
    expect(draw("\\begin{array}{c|c}1&2\\\\\\hline 3&4\\end{array}")).toMatch(
      /maths-line-after maths-line-below/,
    );
    expect(draw("\\boxed{x}")).toContain('<mrow class="maths-box">');
  });
  it("refuses what reaches out of the formula", () => {
    for (const tex of [
      "\\href{javascript:alert(1)}{x}",
      "\\htmlStyle{color:red}{x}",
      "\\includegraphics{http://a/b}",
    ]) {
      expect(draw(tex)).not.toMatch(/href=|style=|javascript|src=|<img/);
    }
    expect(draw("\\textcolor{red}{x}")).not.toContain("red");
    expect(draw("\\rule{900em}{900em}")).not.toContain("900em");
  });
  it("throws on what is no TeX or too much of it", () => {
    const deep = `${"{\\sqrt{".repeat(80)}x${"}}".repeat(80)}`;
    const large = "x^2+".repeat(3_000);
    for (const tex of ["\\frac{", "\\nope", "\\def\\a{\\a\\a}\\a", deep, large, "{".repeat(9_000)]) {
      expect(() => draw(tex), tex.slice(0, 20)).toThrow();
    }
  });
  it("gives nothing but MathML for any TeX", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          "\\frac",
          "{",
          "}",
          "^",
          "_",
          "\\href{javascript:x}",
          "\\text{<script>}",
          "\\html",
          "\\url{data:x}",
          "&",
          "\\\\",
        ],
        ...[
          "\\begin{matrix}",
          "\\end{matrix}",
          "\\color{red}",
          "\\left(",
          "\\right)",
          "\\sqrt",
          "\\unicode{60}",
          "<img>",
          "x",
        ],
        ...[
          "\\kern-99em",
          "\\rule{1em}{9em}",
          "\\mathbb{R}",
          "\\def\\a{",
          "\\a",
          "\\char60 ",
          '"',
          "\\tag{1}",
          "\\cancel{x}",
        ],
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        let markup = "";
        try {
          markup = draw(pieces.join(""));
        } catch {
          return;
        }
        const names = [...markup.matchAll(/<([a-z]\w*)/gi)].map(([, name]) => name);
        expect(names.filter((name) => !name?.startsWith("m"))).toEqual([]);
        expect(markup).not.toMatch(/<[^>]*\s(?:on\w+|href|src|style|xlink:href)=/i);
      }),
      { numRuns: 400, seed: 3 },
    );
  });
});
