// Calls as they come from the model, however they are cut into tokens, and what is wrong with those that are none.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallFault, ToolCall } from "../api";
import { buildGguf, memorySource } from "../parse/build-gguf";
import { parseGguf } from "../parse/gguf";
import { readVocabulary } from "../parse/vocabulary";
import { calculator, clock, describeCallingModel } from "./test-tools";
import { createTokenizer } from "./tokenizer";
import { CallReader, checkCall, endsInCall, findCallMarks, joinCall, splitCall } from "./tool-calls";

const vocabulary = readVocabulary(await parseGguf(memorySource(buildGguf(describeCallingModel()))));
const tokenizer = createTokenizer(vocabulary);
const marks = findCallMarks(tokenizer);
if (!marks) throw new Error("The vocabulary has no marks");
const { beginId, endId } = marks;
const tools = [calculator, clock];
const pieces = Array.from({ length: tokenizer.vocabSize }, (_, id) => tokenizer.pieceOf(id));
const byteId = (byte: number) => pieces.indexOf(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`);

/** What a reader makes of these ids. */
function read(ids: readonly number[]): { text: string; call: ToolCall | null } {
  const decoder = tokenizer.createDecoder();
  const reader = new CallReader(marks);
  let text = "";
  for (const id of ids) text += reader.push(id, decoder.push(id));
  return { text: text + decoder.flush(), call: reader.read(tools) };
}

/** One way of writing a text: each letter as its own piece, where it has one, or as bytes. */
const ways = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((asBytes) =>
      [...text].flatMap((letter, at) =>
        asBytes[at] && pieces.includes(letter)
          ? [pieces.indexOf(letter)]
          : [...new TextEncoder().encode(letter)].map(byteId),
      ),
    );

const expressions = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter((text) => text.isWellFormed() && [...text].length <= 40);

describe("a call in an answer", () => {
  it("is the same however its tokens cut it", () => {
    const written = fc
      .tuple(expressions, fc.constantFrom("", "Let me see.\n", "é<tool_call>"))
      .chain(([expression, before]) => {
        const body = `\n${JSON.stringify({ name: "calculator", arguments: { expression } })}\n`;
        return fc.tuple(fc.constant({ expression, before, body }), ways(before), ways(body));
      });
    fc.assert(
      fc.property(written, ([{ expression, before, body }, beforeIds, bodyIds]) => {
        expect(read([...beforeIds, beginId, ...bodyIds, endId])).toEqual({
          text: before,
          call: { status: "valid", body, name: "calculator", arguments: { expression } },
        });
      }),
      { seed: 5 },
    );
  });

  it("is none where its marks are only spelled, or where it does not begin", () => {
    const spelled = joinCall("", '{"name": "current_date", "arguments": {}}');
    expect(read(tokenizer.encode(spelled))).toEqual({ text: spelled, call: null });
    expect(read([...tokenizer.encode("x"), endId])).toEqual({ text: "x", call: null });
  });

  it("needs a vocabulary with both marks", () => {
    const without = {
      ...vocabulary,
      tokens: vocabulary.tokens.map((piece) => piece.replace("/tool_call", "x")),
    };
    expect(findCallMarks(createTokenizer(without))).toBeNull();
  });

  it("is told from other ids that hold marks", () => {
    expect(endsInCall([1, beginId, 2, endId], marks)).toBe(true);
    for (const ids of [[1], [beginId, 2], [2, endId], [beginId, endId, 2], [beginId, beginId, endId]]) {
      expect(endsInCall(ids, marks)).toBe(false);
    }
  });

  it("comes apart in a prompt as it was", () => {
    expect(splitCall(joinCall("Hm. ", "\n{}\n"), "\n{}\n")).toEqual([
      { text: "Hm. ", isMarkup: false },
      { text: "<tool_call>", isMarkup: true },
      { text: "\n{}\n", isMarkup: false },
      { text: "</tool_call>", isMarkup: true },
    ]);
    expect(splitCall("something else", "{}")).toBeNull();
  });
});

describe("what is wrong with a call", () => {
  const faultOf = (body: string, isFinished = true): CallFault | null => {
    const call = checkCall(body, isFinished, tools);
    return call.status === "faulty" ? call.fault : null;
  };
  const asked = (value: unknown, name: unknown = "calculator") => JSON.stringify({ name, arguments: value });

  it.each<[string, string, CallFault]>([
    ["no JSON", '{"name": "calculator"', { kind: "not-json", reason: expect.any(String) as string }],
    ["a list", "[]", { kind: "other-form" }],
    ["no arguments", '{"name": "calculator"}', { kind: "other-form" }],
    ["more than a call", '{"name": "current_date", "arguments": {}, "run": true}', { kind: "other-form" }],
    ["arguments that are a text", asked('{"expression": "1"}'), { kind: "other-form" }],
    ["a name that is none", asked({}, 5), { kind: "other-form" }],
    ["a tool that was not given", asked({}, "eval"), { kind: "unknown-tool", name: "eval" }],
    ["a name from Object", asked({}, "constructor"), { kind: "unknown-tool", name: "constructor" }],
    [
      "nothing to work out",
      asked({}),
      { kind: "missing-argument", tool: "calculator", argument: "expression" },
    ],
    [
      "an argument too many",
      asked({ expression: "1", toString: "x" }),
      { kind: "unknown-argument", tool: "calculator", argument: "toString" },
    ],
    [
      "a number for a text",
      asked({ expression: 1 }),
      { kind: "bad-argument", tool: "calculator", argument: "expression", minLength: 1, maxLength: 40 },
    ],
    [
      "a text that is too long",
      asked({ expression: "😀".repeat(41) }),
      { kind: "bad-argument", tool: "calculator", argument: "expression", minLength: 1, maxLength: 40 },
    ],
    ["a call without end", `"${"x".repeat(20_000)}"`, { kind: "too-long", length: 20_002, limit: 16_384 }],
  ])("is said: %s", (_, body, fault) => expect(faultOf(body)).toEqual(fault));

  it("is that the answer ended within it", () => {
    expect(faultOf(asked({ expression: "1" }), false)).toEqual({ kind: "unfinished" });
    expect(read([beginId, ...tokenizer.encode("{")]).call).toMatchObject({ fault: { kind: "unfinished" } });
  });

  it("is nothing where the arguments fit", () => {
    expect(faultOf(asked({ expression: "😀".repeat(40) }))).toBeNull();
    expect(faultOf(asked({}, "current_date"))).toBeNull();
  });
});
