// The ids that the model wrote its answers with. An answer's text may be cut into other pieces when it is encoded anew, and
// then a prompt that repeats the answer would no longer begin with what has been read.
import type { Tokenizer } from "./tokenizer";

/** More answers than a conversation is likely to have; the oldest is forgotten. */
const MAX_ANSWERS = 1000;

export class KnownAnswers {
  private readonly idsOf = new Map<string, readonly number[]>();

  constructor(private readonly tokenizer: Pick<Tokenizer, "isMarkup">) {}

  /** Ids whose text this is. Markup that a model has written counts for nothing: in a prompt it would be obeyed. */
  remember(text: string, ids: readonly number[]): void {
    if (text === "" || ids.some((id) => this.tokenizer.isMarkup(id))) return;
    this.idsOf.delete(text); // the newest of two ways to write it
    this.idsOf.set(text, ids);
    if (this.idsOf.size > MAX_ANSWERS) this.idsOf.delete(this.idsOf.keys().next().value as string);
  }

  find(text: string): readonly number[] | undefined {
    return this.idsOf.get(text);
  }

  /**
   * Those whose ids stand one after another somewhere in `ids`: the answers of a conversation. At the very end the last id may
   * be missing, as a token that was chosen when an answer broke off is never read.
   */
  listIn(ids: readonly number[]): (readonly number[])[] {
    return [...this.idsOf.values()].filter((answer) => contains(ids, answer));
  }
}

function contains(ids: readonly number[], wanted: readonly number[]): boolean {
  const isAt = (start: number) =>
    wanted.every((id, index) => ids[start + index] === id || (index > 0 && start + index === ids.length));
  for (let at = ids.indexOf(wanted[0] as number); at >= 0; at = ids.indexOf(wanted[0] as number, at + 1))
    if (isAt(at)) return true;
  return false;
}
