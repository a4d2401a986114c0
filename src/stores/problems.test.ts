import { describe, expect, it } from "vitest";
import { ContextTooLongError, ModelFormatError, StorageFullError } from "../../workers/inference/errors";
import { de } from "../i18n/de";
import { explainProblem, problemOf, restoreProblem } from "./problems";

describe("explainProblem", () => {
  const say = (error: unknown) => explainProblem(problemOf(error), de);

  it("says in the reader's language what an error's figures are", () => {
    const { title, sentence, detail } = say(new ContextTooLongError(9000, 4096));
    expect(title).toBe("Das ist zu lang für das Modell");
    expect(sentence).toMatch(/hat 9.?000 Token, und in den Kontext passen 4.?096/);
    expect(detail).toBeUndefined();
  });

  it("leaves the error's own sentence below where it says more", () => {
    const { sentence, detail } = say(new ModelFormatError("This model has x = 3; expected 4."));
    expect(sentence).toContain("Wählen Sie eine andere .gguf-Datei");
    expect(detail).toBe("This model has x = 3; expected 4.");
  });

  it("falls back on the English sentence where an older version kept no figures", () => {
    const stored = { name: "ContextTooLongError", message: "Too long by 3." };
    expect(explainProblem(restoreProblem(stored), de)).toMatchObject({ sentence: "Too long by 3." });
    const whole = { ...stored, figures: { promptTokens: 8, contextLength: 5 } };
    expect(explainProblem(restoreProblem(whole), de).sentence).toContain("8 Token");
  });

  it("leaves an English reader the error's own sentence alone", () => {
    const { sentence, detail } = explainProblem(problemOf(new ModelFormatError("It has 3.")));
    expect([sentence, detail]).toEqual(["It has 3.", undefined]);
  });
});

describe("problemOf", () => {
  it("keeps the name and the numbers of an error from the worker", () => {
    const error = new ContextTooLongError(9000, 4096);
    const { title, sentence, remedies } = explainProblem(problemOf(error));
    expect(title).toBe("This is too long for the model");
    expect(sentence).toContain("9000");
    expect(sentence).toContain("4096");
    expect(sentence).toContain("4905 too many");
    expect(remedies).toContain("new-chat");
  });

  it("keeps the name after Comlink has turned the error into a plain one", () => {
    const plain = Object.assign(new Error("full"), { name: new StorageFullError(1, 2).name });
    expect(problemOf(plain)).toEqual({ name: "StorageFullError", message: "full" });
  });

  it("shows what it does not know with its name", () => {
    expect(problemOf(new TypeError("x is not a function"))).toEqual({
      name: "UnknownError",
      message: "TypeError: x is not a function",
    });
    expect(problemOf("text").name).toBe("UnknownError");
  });

  it("does not take a property every object has for a name", () => {
    expect(restoreProblem({ name: "toString", message: "m" }).name).toBe("UnknownError");
  });
});
