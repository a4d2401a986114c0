// What holds a loaded model's answers to a format; the code for it is fetched when it is first asked for. Part of the engine.
import type { AnswerFormat, GenerateRequest } from "./api";
import { AnswerFormatError } from "./errors";
import type { FormatGuides } from "./grammar/format-guides";
import type { Guide } from "./grammar/guide";
import type { Prompt } from "./text/prompt";
import type { Tokenizer } from "./text/tokenizer";

const fetchGrammar = () => import("./grammar/format-guides");

/** Throws AnswerFormatError, which says where. */
export async function checkFormat(format: AnswerFormat): Promise<void> {
  (await fetchGrammar()).checkFormat(format);
}

export class AnswerFormats {
  private guides: FormatGuides | null = null;

  constructor(private readonly tokenizer: Tokenizer) {}

  /** Stands at the beginning of the answer, or where one that is continued has got to. Throws AnswerFormatError. */
  async createGuide(
    format: AnswerFormat,
    { continuesAnswer = false }: Pick<GenerateRequest, "continuesAnswer">,
    { endsInsideThink, begun }: Prompt,
  ): Promise<Guide> {
    const { FormatGuides } = await fetchGrammar();
    this.guides ??= new FormatGuides(this.tokenizer);
    const guide = this.guides.create(format, endsInsideThink, begun?.ids ?? []);
    if (guide && (begun || !continuesAnswer)) return guide;
    throw new AnswerFormatError(
      "This answer was begun in another format than the one it is to go on in. Ask for a new answer instead.",
    );
  }
}
