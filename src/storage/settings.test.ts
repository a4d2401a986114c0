import { describe, expect, it } from "vitest";
import { defaultSettings, parseSettings } from "./settings";

describe("parseSettings", () => {
  it("gives the defaults for nothing, for what is not JSON and for what is not a record", () => {
    for (const json of [null, "{", "7", "null", '"text"'])
      expect(parseSettings(json)).toEqual(defaultSettings);
  });

  it("keeps what was stored", () => {
    const settings = {
      ...defaultSettings,
      theme: "dark" as const,
      temperature: 0,
      topK: 0,
      seed: 7,
      contextLength: 8192,
      preferredModelId: "jamba2-3b-q4_k_m",
    };
    expect(parseSettings(JSON.stringify({ version: 1, ...settings }))).toEqual(settings);
  });

  it("moves numbers into their range and whole numbers to whole ones", () => {
    const settings = parseSettings('{"temperature":-3,"topP":9,"topK":12.6,"maxTokens":1e9,"seed":-1}');
    expect(settings).toMatchObject({ temperature: 0, topP: 1, topK: 13, maxTokens: 8192, seed: 0 });
  });

  it("takes the default for a value of another type", () => {
    const settings = parseSettings('{"temperature":"hot","theme":"pink","systemPrompt":3,"seed":"x"}');
    expect(settings).toEqual(defaultSettings);
  });
});
