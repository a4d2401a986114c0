// What fills the model's window, in tokens: the instructions, each document, the messages, the draft, and what is free.

/** From here on there may be no room for a whole answer. */
const NEARLY_FULL = 0.8;

/** A prompt as counted: the whole exactly, and of its parts those that can be counted by themselves. */
export interface CountedPrompt {
  readonly promptTokens: number;
  readonly contextLength: number;
  readonly instructions: number;
  readonly documents: readonly { readonly name: string; readonly tokens: number }[];
  readonly draft: number; // the text, without its documents
}

export type ContextShare =
  | { readonly kind: "instructions" | "messages" | "draft"; readonly id: string; readonly tokens: number }
  | { readonly kind: "document"; readonly id: string; readonly name: string; readonly tokens: number };

export type ContextLevel = "normal" | "nearly-full" | "full";

export interface ContextUse {
  readonly promptTokens: number;
  readonly contextLength: number;
  readonly level: ContextLevel;
  readonly shares: readonly ContextShare[]; // none is empty; together they are the prompt
  readonly freeTokens: number;
  readonly excessTokens: number; // to take away before it can be sent
}

export function describeContext(counted: CountedPrompt): ContextUse {
  const { promptTokens, contextLength } = counted;
  return {
    promptTokens,
    contextLength,
    level: levelOf(promptTokens, contextLength),
    shares: shareOut(counted),
    freeTokens: Math.max(0, contextLength - promptTokens),
    excessTokens: Math.max(0, promptTokens - contextLength + 1), // the answer's first token must fit
  };
}

function levelOf(promptTokens: number, contextLength: number): ContextLevel {
  if (promptTokens >= contextLength) return "full";
  return promptTokens >= contextLength * NEARLY_FULL ? "nearly-full" : "normal";
}

/** What no other part explains is the messages, with the marks between them. A part never gets more than is left of the whole. */
function shareOut({ promptTokens, instructions, documents, draft }: CountedPrompt): ContextShare[] {
  let left = promptTokens;
  const take = (tokens: number): number => {
    const taken = Math.min(tokens, left);
    left -= taken;
    return taken;
  };
  const before: ContextShare[] = [
    { kind: "instructions", id: "instructions", tokens: take(instructions) },
    ...documents.map(({ name, tokens }, index) => {
      const id = `document ${index}`; // one may be there twice
      return { kind: "document" as const, id, name, tokens: take(tokens) };
    }),
  ];
  const written: ContextShare = { kind: "draft", id: "draft", tokens: take(draft) };
  const shares: ContextShare[] = [...before, { kind: "messages", id: "messages", tokens: left }, written];
  return shares.filter(({ tokens }) => tokens > 0);
}

/** What can be done about a window that is full or nearly so, the most helpful first. */
export type ContextOffer =
  | { readonly kind: "choose-part" | "remove-document"; readonly documentId: string; readonly name: string }
  | { readonly kind: "new-chat-with-documents" | "new-chat" | "longer-context" };

export interface ContextCircumstances {
  readonly draftDocuments: readonly {
    readonly id: string;
    readonly name: string;
    readonly tokenCount: number | null;
  }[];
  readonly hasMessages: boolean;
  readonly hasSentDocuments: boolean;
  readonly canBeLonger: boolean; // the model was made for a longer context than it is loaded with
}

export function offerRoom(circumstances: ContextCircumstances): readonly ContextOffer[] {
  const { draftDocuments, hasMessages, hasSentDocuments, canBeLonger } = circumstances;
  const [largest] = [...draftDocuments].sort((a, b) => (b.tokenCount ?? 0) - (a.tokenCount ?? 0));
  const offers: ContextOffer[] = [];
  if (largest) {
    const { id: documentId, name } = largest;
    offers.push({ kind: "choose-part", documentId, name }, { kind: "remove-document", documentId, name });
  }
  if (hasMessages) offers.push({ kind: hasSentDocuments ? "new-chat-with-documents" : "new-chat" });
  if (canBeLonger) offers.push({ kind: "longer-context" });
  return offers;
}
