// Messages → prompt parts, through a Jinja template that is known: the file's own when its hash is on the list, else the
// built-in ChatML. A template from elsewhere is never run: Jinja has no limit on steps or memory. The page says so. Templates see
// placeholders in place of all content, so that no content is taken for markup, whatever it says.
import { Template } from "@huggingface/jinja";
import { invariant, ModelFormatError } from "../errors";
import type { Vocabulary } from "../parse/vocabulary";
import type { JsonValue, TemplateMessage } from "./chat-message";
import { CHATML_TEMPLATE } from "./chatml";
import { prepareReasoning } from "./reasoning";
import type { PromptPart } from "./tokenizer";

/** SHA-256 of templates that were read and found safe, with the model that has it. */
const KNOWN_TEMPLATES: ReadonlyMap<string, string> = new Map([
  ["d027ed3478d927b912afb0984fd3e9671c6e8d2af49de78800ea6a46c530c6cf", "Jamba2 3B"],
  ["85801e616cebd8d9f5ffdfe94d28208890b5147cc85fbbaef99fce965568e8ec", "Jamba Tiny"],
]);

/** SHA-256 of templates that are not run because the built-in one renders what they do, as tests show. */
const EQUALLED_TEMPLATES: ReadonlyMap<string, string> = new Map([
  ["b0a8ea691aad3fec0560dc02f71ffe60b21cd09c6577e8644dc2b6875a267b56", "Jamba Reasoning 3B"],
]);

export interface RenderOptions {
  readonly tools?: readonly JsonValue[];
  /** Ends with the beginning of an answer; true unless told otherwise. */
  readonly addGenerationPrompt?: boolean;
}

export interface ChatTemplate {
  readonly source: "file" | "built-in";
  /** The file brings one that is unknown: what the model reads may not be what it was trained on. */
  readonly ignoresOwn: boolean;
  /** Answers begin inside <think>. */
  readonly reasons: boolean;
  /** It tells the model of tools. */
  readonly takesTools: boolean;
  /** The parts' texts, joined, are what the template renders. */
  render(messages: readonly TemplateMessage[], options?: RenderOptions): PromptPart[];
}

/** `modelName`: general.name; a "Reasoning" in it, or a template that speaks of <think>, means a reasoning model. */
export async function chooseTemplate(vocabulary: Vocabulary, modelName: string): Promise<ChatTemplate> {
  const { chatTemplate, tokens, bosId, addBos } = vocabulary;
  const bosToken = bosId !== null && addBos ? (tokens[bosId] ?? "") : "";
  const hash = chatTemplate === null ? null : await sha256(chatTemplate);
  if (chatTemplate !== null && hash !== null && KNOWN_TEMPLATES.has(hash)) {
    return { source: "file", ignoresOwn: false, ...compileTemplate(chatTemplate, bosToken, false) };
  }
  if (!tokens.includes("<|im_start|>")) {
    throw new ModelFormatError(
      'This model\'s vocabulary has no "<|im_start|>" and its chat template is not one this app knows; expected a model that chats in ChatML, such as Jamba 2.',
    );
  }
  const reasons = /reasoning/i.test(modelName) || (chatTemplate?.includes("<think>") ?? false);
  const ignoresOwn = hash !== null && !EQUALLED_TEMPLATES.has(hash);
  return { source: "built-in", ignoresOwn, ...compileTemplate(CHATML_TEMPLATE, bosToken, reasons) };
}

function compileTemplate(
  text: string,
  bosToken: string,
  reasons: boolean,
): Pick<ChatTemplate, "reasons" | "takesTools" | "render"> {
  const template = new Template(text);
  const render: ChatTemplate["render"] = (messages, { tools = [], addGenerationPrompt = true } = {}) => {
    const hidden = createHider();
    const rendered = template.render({
      bos_token: bosToken,
      reasons,
      messages: reasons
        ? hideReasoning(messages, hidden)
        : messages.map((one, index) => hideMessage(one, index, hidden)),
      tools: tools.length > 0 ? tools.map(hidden.hideJson) : null,
      add_generation_prompt: addGenerationPrompt,
    });
    return hidden.reveal(rendered);
  };
  const told = render([{ role: "user", content: "" }], { tools: [PROBE] });
  return { reasons, takesTools: told.some(({ text: shown }) => shown === PROBE), render };
}

/** A tool, as far as it matters whether the template writes it. */
const PROBE = "tool";

function hideReasoning(messages: readonly TemplateMessage[], hider: Hider): Record<string, unknown>[] {
  return prepareReasoning(messages).map((message, index) => ({
    ...hideMessage(message, index, hider),
    reasoning: hider.hide(message.reasoning),
    asks_to_think: message.asksToThink,
  }));
}

function hideMessage(
  { role, content, toolCalls = [] }: TemplateMessage,
  index: number,
  hider: Hider,
): Record<string, unknown> {
  return {
    role,
    content: hider.hide(content, index),
    tool_calls: toolCalls.map((call) => ({
      name: hider.hide(call.name),
      arguments:
        typeof call.arguments === "string" ? hider.hide(call.arguments) : hider.hideJson(call.arguments),
    })),
  };
}

interface Hider {
  /** A placeholder for a text, of a message's content or another; "" stays "", which templates ask for. */
  hide(text: string, message?: number): string;
  /** The same value with a placeholder for every string in it, which reappears escaped as JSON wants it. */
  hideJson(value: JsonValue): unknown;
  reveal(rendered: string): PromptPart[];
}

/** Placeholders are private-use characters around a number; known templates have none of their own. */
function createHider(): Hider {
  const contents: PromptPart[] = [];
  function hide(text: string, message?: number): string {
    if (text === "") return "";
    contents.push({ text, isMarkup: false, ...(message === undefined ? {} : { message }) });
    return `\ue000${contents.length - 1}\ue001`;
  }
  const hideString = (text: string) => hide(JSON.stringify(text).slice(1, -1));
  function hideJson(value: JsonValue): unknown {
    if (typeof value === "string") return hideString(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(hideJson);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [hideString(key), hideJson(item)]));
  }
  return {
    hide,
    hideJson,
    reveal: (rendered) =>
      rendered
        .split(/\ue000(\d+)\ue001/) // markup at even places, numbers at odd ones
        .map((text, index) => (index % 2 === 0 ? { text, isMarkup: true } : revealContent(contents, text)))
        .filter(({ text }) => text !== ""),
  };
}

function revealContent(contents: readonly PromptPart[], number: string): PromptPart {
  const content = contents[Number(number)];
  invariant(content, () => `The template rendered placeholder ${number} of ${contents.length}`);
  return content;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
