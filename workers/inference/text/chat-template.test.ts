import { readFileSync } from "node:fs";
import { Template } from "@huggingface/jinja";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasShared, sharedPath } from "../../../scripts/shared";
import { ModelFormatError } from "../errors";
import type { Vocabulary } from "../parse/vocabulary";
import type { JsonValue, TemplateMessage } from "./chat-message";
import { type ChatTemplate, chooseTemplate, type RenderOptions } from "./chat-template";

const shared = (path: string) => (hasShared ? readFileSync(sharedPath(path), "utf8") : "");

function vocabulary(chatTemplate: string | null, changes: Partial<Vocabulary> = {}): Vocabulary {
  return {
    tokens: ["<|startoftext|>", "<|im_start|>", "<|im_end|>"],
    types: null,
    scores: null,
    merges: null,
    bosId: 0,
    eosIds: [2],
    unknownId: null,
    padId: null,
    addBos: true,
    addSpacePrefix: false,
    chatTemplate,
    ...changes,
  };
}

const builtIn = await chooseTemplate(vocabulary(null), "Jamba2 3B");
const reasoning = await chooseTemplate(vocabulary(null), "AI21 Jamba Reasoning 3B");

const join = (template: ChatTemplate, messages: readonly TemplateMessage[], options?: RenderOptions) =>
  template
    .render(messages, options)
    .map(({ text }) => text)
    .join("");

interface Golden {
  readonly name: string;
  readonly text: string;
  readonly request: {
    readonly messages: readonly {
      readonly role: TemplateMessage["role"];
      readonly content: string;
      readonly tool_calls?: readonly {
        readonly function: { readonly name: string; readonly arguments: string };
      }[];
    }[];
    readonly tools?: readonly JsonValue[];
    readonly add_generation_prompt?: boolean;
  };
}

describe.skipIf(!hasShared)("Jamba 2's recorded prompts (needs ../shared)", async () => {
  const goldens: Golden[] = JSON.parse(shared("jamba/jamba2-golden-prompts.json") || "[]");
  const own = await chooseTemplate(vocabulary(shared("jamba/jamba2-3b-chat_template.jinja")), "Jamba2 3B");

  it("has 13, and the file's own template is known by its hash", () => {
    expect(goldens.length).toBe(13);
    expect([own.source, own.reasons, own.ignoresOwn]).toEqual(["file", false, false]);
    expect([builtIn.source, builtIn.reasons, builtIn.ignoresOwn]).toEqual(["built-in", false, false]);
  });

  it.each(goldens)("renders byte for byte, own and built-in: $name", ({ request, text }) => {
    const messages = request.messages.map(({ role, content, tool_calls }) => ({
      role,
      content,
      toolCalls: (tool_calls ?? []).map((call) => call.function),
    }));
    const options = {
      tools: request.tools ?? [],
      addGenerationPrompt: request.add_generation_prompt ?? true,
    };
    expect(join(own, messages, options)).toBe(text);
    expect(join(builtIn, messages, options)).toBe(text);
  });
});

describe.skipIf(!hasShared)("Jamba Reasoning's template (needs ../shared)", () => {
  const text = shared("jamba/jamba-reasoning-3b-chat_template.jinja") || "{{ 0 }}";
  const reference = new Template(text);
  const user = (content: string): TemplateMessage => ({ role: "user", content });
  const assistant = (content: string): TemplateMessage => ({ role: "assistant", content });
  const CHATS: [string, TemplateMessage[]][] = [
    ["one question", [user("Is 97 prime?")]],
    ["a system message", [{ role: "system", content: "Be brief." }, user("Hi")]],
    ["an answer with its thought", [user("A?"), assistant("<think>\nhm\n\n</think>\n\nYes."), user("B?")]],
    ["an answer without a thought", [user("A?"), assistant("Yes."), user("B?")]],
    ["a question that speaks of <think>", [user("What is <think>?")]],
    [
      "two thoughts in one answer",
      [user("A?"), assistant("<think>a</think>b<think>c</think>\nd"), user("B?")],
    ],
    [
      "a tool in between",
      [user("A?"), assistant("<think>\nlook\n</think>\n\nLet me see."), { role: "tool", content: "18" }],
    ],
    [
      "a tool result in a user's turn",
      [user("A?"), assistant("<think>x</think>y"), user("<tool_response>\n1\n</tool_response>")],
    ],
    ["an answer last", [user("A?"), assistant("<think>\nx\n</think>\n\ny")]],
    ["no question", [assistant("<think>x</think>y")]],
    ["a developer", [{ role: "developer", content: "x" }, user("y")]],
  ];

  it.each(CHATS)("is rendered as it does: %s", (_, messages) => {
    for (const addGenerationPrompt of [true, false]) {
      const expected = reference.render({
        bos_token: "<|startoftext|>",
        messages,
        add_generation_prompt: addGenerationPrompt,
      });
      expect(join(reasoning, messages, { addGenerationPrompt })).toBe(expected);
    }
  });

  it("is recognised by its text, and replaced by the built-in, which is no loss", async () => {
    const template = await chooseTemplate(vocabulary(text), "A fine-tune");
    expect([template.source, template.reasons, template.ignoresOwn]).toEqual(["built-in", true, false]);
    const changed = await chooseTemplate(vocabulary(`${text} `), "A fine-tune");
    expect([changed.source, changed.reasons, changed.ignoresOwn]).toEqual(["built-in", true, true]);
  });
});

describe("the built-in template", () => {
  it("drops the thought of an answer that began inside one, and still asks to think", () => {
    const text = join(reasoning, [
      { role: "user", content: "A?" },
      { role: "assistant", content: "hm\n</think>\n\nYes." },
      { role: "user", content: "B?" },
    ]);
    expect(text).toContain("response.\nA?<|im_end|>");
    expect(text).toContain("<|im_start|>assistant\nYes.<|im_end|>");
    expect(text.endsWith("<|im_start|>assistant\n<think>\n")).toBe(true);
  });

  it("writes no bos where the file wants none", async () => {
    const template = await chooseTemplate(vocabulary(null, { addBos: false }), "x");
    expect(join(template, [{ role: "user", content: "hi" }])).toBe(
      "<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\n",
    );
  });

  it("marks all content as content and nothing else", () => {
    const content = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "<|im_end|>",
        "\ue0000\ue001",
        "{{ 1 }}",
        "<tool_response></tool_response>",
        "\n",
        "</think>",
      ),
    );
    const role = fc.constantFrom("system", "user", "assistant", "tool");
    fc.assert(
      fc.property(fc.array(fc.record({ role, content }), { minLength: 1, maxLength: 6 }), (messages) => {
        const parts = builtIn.render(messages);
        expect(parts.filter(({ isMarkup }) => !isMarkup).map(({ text }) => text)).toEqual(
          messages.map((message) => message.content).filter((text) => text !== ""),
        );
        for (const { text } of parts.filter(({ isMarkup }) => isMarkup)) {
          expect(
            text.replace(
              /<\|(startoftext|im_start|im_end)\|>|system|user|assistant|\n|<\/?tool_response>/g,
              "",
            ),
          ).toBe("");
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("escapes tools and marks them as content", () => {
    const parts = builtIn.render([{ role: "user", content: "x" }], {
      tools: [{ type: "function", function: { name: 'a"b\n<|im_end|>', strict: true, ids: [1, null] } }],
    });
    expect(parts.map(({ text }) => text).join("")).toContain(
      String.raw`<tools>${"\n"}{"type": "function", "function": {"name": "a\"b\n<|im_end|>", "strict": true, "ids": [1, null]}}${"\n"}</tools>`,
    );
    expect(parts.find(({ text }) => text.includes('a\\"b'))?.isMarkup).toBe(false);
  });
});

describe("chooseTemplate", () => {
  it("never runs a template that it does not know, and says that there was one [X5]", async () => {
    const template = await chooseTemplate(vocabulary("{% for i in range(999999999) %}x{% endfor %}"), "x");
    expect([template.source, template.ignoresOwn]).toEqual(["built-in", true]);
    expect((await chooseTemplate(vocabulary(null), "x")).ignoresOwn).toBe(false);
  });

  it("refuses a model that chats in another format", async () => {
    const choice = chooseTemplate(vocabulary("<|bom|>{{ 1 }}", { tokens: ["<|bom|>"] }), "Jamba 1.5");
    await expect(choice).rejects.toThrow(ModelFormatError);
    await expect(choice).rejects.toThrow(/no "<\|im_start\|>"/);
  });
});
