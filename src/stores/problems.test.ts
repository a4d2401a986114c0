import { describe, expect, it } from "vitest";
import { ContextTooLongError, StorageFullError } from "../../workers/inference/errors";
import { explainProblem, problemOf, restoreProblem } from "./problems";

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
