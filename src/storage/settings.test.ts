import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeSettings,
  defaultSettings,
  isModified,
  listSettings,
  parseSettings,
  resetSettings,
  type SettingKey,
  serializeSettings,
  settingDefinitions,
} from "./settings";

const keys = Object.keys(settingDefinitions) as SettingKey[];

/** Anything that JSON can hold, under the settings' own names. */
const anyRecord = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue());

describe("parseSettings", () => {
  it("gives the defaults for nothing, for what is not JSON and for what is not a record", () => {
    for (const json of [null, "{", "7", "null", '"text"', "[1]"])
      expect(parseSettings(json)).toEqual(defaultSettings);
  });

  it("keeps what version 1 stored: every setting there was", () => {
    const stored = {
      version: 1,
      theme: "dark",
      systemPrompt: "Be brief.",
      temperature: 0,
      topP: 0.95,
      topK: 0,
      minP: 0.05,
      repetitionPenalty: 1,
      seed: 7,
      maxTokens: 1024,
      contextLength: 8192,
      isPrecise: true,
      preferredModelId: "jamba2-3b-q4_k_m",
    };
    const { version: _, ...values } = stored;
    expect(parseSettings(JSON.stringify(stored))).toEqual({ ...defaultSettings, ...values });
  });

  it("moves numbers into their range and whole numbers to whole ones", () => {
    const settings = parseSettings(
      '{"temperature":-3,"topP":9,"topK":12.6,"maxTokens":1e9,"seed":-1,"pasteThreshold":0.4}',
    );
    expect(settings).toMatchObject({ temperature: 0, topP: 1, topK: 13, maxTokens: 8192, seed: 0 });
    expect(settings.pasteThreshold).toBe(0);
  });

  it("takes the default for a value of another type or a choice there is not", () => {
    const settings = parseSettings(
      '{"temperature":"hot","theme":"pink","language":"xx","systemPrompt":3,"seed":"x","autoScroll":1}',
    );
    expect(settings).toEqual(defaultSettings);
  });

  it("gives settings that read the same once they are written, whatever was stored", () => {
    fc.assert(
      fc.property(anyRecord, (stored) => {
        const settings = parseSettings(JSON.stringify(stored));
        expect(Object.keys(settings).sort()).toEqual([...keys].sort());
        expect(parseSettings(serializeSettings(settings))).toEqual(settings);
      }),
    );
  });
});

describe("what was modified", () => {
  it("is all that is written", () => {
    const settings = changeSettings(defaultSettings, { topK: 7, theme: "dark" });
    expect(keys.filter((key) => isModified(settings, key))).toEqual(["theme", "topK"]);
    expect(JSON.parse(serializeSettings(settings))).toEqual({ version: 2, theme: "dark", topK: 7 });
  });

  it("goes with a reset, but for the model in use", () => {
    fc.assert(
      fc.property(anyRecord, (stored) => {
        const settings = parseSettings(JSON.stringify(stored));
        const modified = keys.filter((key) => isModified(resetSettings(settings), key));
        expect(modified).toEqual(settings.preferredModelId === null ? [] : ["preferredModelId"]);
      }),
    );
  });
});

it("shows every setting in one section, the advanced ones apart", () => {
  const shown = (["general", "answers", "model", "sampling"] as const).flatMap(listSettings);
  expect(shown).toEqual(keys.filter((key) => key !== "preferredModelId"));
  expect(listSettings("sampling")).toContain("topP");
});
