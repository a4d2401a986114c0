import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (name: string): string =>
  readFileSync(new URL(`../src/styles/${name}`, import.meta.url), "utf8");

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("the colours of code", () => {
  it("have a contrast of 4.5:1 in both themes", () => {
    const [light = "", dark = ""] = [...read("tokens.css").matchAll(/--sunken: (#\w{6})/g)].map(
      (m) => m[1] ?? "",
    );
    const pairs = [...read("code.css").matchAll(/(--code-[a-z]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
    expect(pairs.length).toBeGreaterThanOrEqual(8);
    for (const [, name, onLight = "", onDark = ""] of pairs) {
      expect(contrast(onLight, light), `${name}, light`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onDark, dark), `${name}, dark`).toBeGreaterThanOrEqual(4.5);
    }
  });
});
