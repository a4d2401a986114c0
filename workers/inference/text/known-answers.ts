// The ids that the model wrote its answers with. An answer's text may be cut into other pieces when it is encoded anew, and
// then a prompt that repeats the answer would no longer begin with what has been read.
import type { Tokenizer } from "./tokenizer";
import { type CallMarks, endsInCall, findCallMarks } from "./tool-calls";

/** More answers than a conversation is likely to have; the oldest is forgotten. */
const MAX_ANSWERS = 1000;

export class KnownAnswers {
  private readonly idsOf = new Map<string, readonly number[]>();
  private readonly marks: CallMarks | null;

  constructor(private readonly tokenizer: Pick<Tokenizer, "isMarkup" | "findId">) {
    this.marks = findCallMarks(tokenizer);
  }

  /**
   * Ids whose text this is. Markup that a model has written counts for nothing, as in a prompt it would be obeyed; but for the
   * marks of one whole call at the end, which a text that only spells them is never taken for.
   */
  remember(text: string, ids: readonly number[]): void {
    const isCall = this.marks !== null && endsInCall(ids, this.marks);
    const { beginId, endId } = this.marks ?? {};
    const isAllowed = (id: number) => isCall && (id === beginId || id === endId);
    if (text === "" || ids.some((id) => this.tokenizer.isMarkup(id) && !isAllowed(id))) return;
    const key = keyOf(text, isCall);
    this.idsOf.delete(key); // the newest of two ways to write it
    this.idsOf.set(key, ids);
    if (this.idsOf.size > MAX_ANSWERS) this.idsOf.delete(this.idsOf.keys().next().value as string);
  }

  /** `isCall`: it ends with a call, and is no text that spells one. */
  find(text: string, isCall = false): readonly number[] | undefined {
    return this.idsOf.get(keyOf(text, isCall));
  }

  /**
   * Those whose ids stand one after another somewhere in `ids`: the answers of a conversation. At the very end the last id may
   * be missing, as a token that was chosen when an answer broke off is never read.
   */
  listIn(ids: readonly number[]): (readonly number[])[] {
    return [...this.idsOf.values()].filter((answer) => contains(ids, answer));
  }
}

const keyOf = (text: string, isCall: boolean): string => `${isCall ? "call" : "text"} ${text}`;

function contains(ids: readonly number[], wanted: readonly number[]): boolean {
  const isAt = (start: number) =>
    wanted.every((id, index) => ids[start + index] === id || (index > 0 && start + index === ids.length));
  for (let at = ids.indexOf(wanted[0] as number); at >= 0; at = ids.indexOf(wanted[0] as number, at + 1))
    if (isAt(at)) return true;
  return false;
}
