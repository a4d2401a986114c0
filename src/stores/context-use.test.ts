import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeContext, offerRoom } from "./context-use";

const tokens = fc.nat({ max: 5_000 });
const counted = fc.record({
  promptTokens: tokens,
  contextLength: fc.integer({ min: 1, max: 5_000 }),
  instructions: tokens,
  documents: fc.array(fc.record({ name: fc.string(), tokens }), { maxLength: 4 }),
  draft: tokens,
});

describe("describeContext", () => {
  it("accounts for every token of the prompt, and shows no empty part", () => {
    fc.assert(
      fc.property(counted, (prompt) => {
        const { shares, freeTokens, excessTokens } = describeContext(prompt);
        expect(shares.reduce((sum, share) => sum + share.tokens, 0)).toBe(prompt.promptTokens);
        expect(shares.every((share) => share.tokens > 0)).toBe(true);
        expect(freeTokens > 0).toBe(excessTokens === 0);
      }),
    );
  });

  it("names the parts in the order in which the model reads them", () => {
    const { shares } = describeContext({
      promptTokens: 1_000,
      contextLength: 4_096,
      instructions: 20,
      documents: [
        { name: "a.pdf", tokens: 500 },
        { name: "b.pdf", tokens: 100 },
      ],
      draft: 30,
    });
    expect(shares).toMatchObject([
      { kind: "instructions", tokens: 20 },
      { kind: "document", name: "a.pdf", tokens: 500 },
      { kind: "document", name: "b.pdf", tokens: 100 },
      { kind: "messages", tokens: 350 },
      { kind: "draft", tokens: 30 },
    ]);
  });

  it("is nearly full from four fifths on, and full when not one token of an answer fits", () => {
    const levelAt = (promptTokens: number) =>
      describeContext({ promptTokens, contextLength: 100, instructions: 0, documents: [], draft: 0 }).level;
    expect([79, 80, 99, 100, 250].map(levelAt)).toEqual([
      "normal",
      "nearly-full",
      "nearly-full",
      "full",
      "full",
    ]);
  });
});

describe("offerRoom", () => {
  const alone = { draftDocuments: [], hasMessages: false, hasSentDocuments: false, canBeLonger: false };

  it("offers to shorten or remove the largest document of the draft", () => {
    const draftDocuments = [
      { id: "1", name: "small", tokenCount: 10 },
      { id: "2", name: "large", tokenCount: 900 },
      { id: "3", name: "not counted", tokenCount: null },
    ];
    expect(offerRoom({ ...alone, draftDocuments })).toEqual([
      { kind: "choose-part", documentId: "2", name: "large" },
      { kind: "remove-document", documentId: "2", name: "large" },
    ]);
  });

  it("offers a new chat only where this one has messages, with the documents that it has", () => {
    expect(offerRoom(alone)).toEqual([]);
    expect(offerRoom({ ...alone, hasMessages: true })).toEqual([{ kind: "new-chat" }]);
    expect(offerRoom({ ...alone, hasMessages: true, hasSentDocuments: true, canBeLonger: true })).toEqual([
      { kind: "new-chat-with-documents" },
      { kind: "longer-context" },
    ]);
  });
});
