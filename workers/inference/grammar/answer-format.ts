// What an answer must look like, as an expression over a vocabulary's symbols: JSON, and before it the thoughts of a model that
// thinks aloud.
import type { AnswerFormat } from "../api";
import { type Expression, ExpressionPool } from "./expressions";
import { compileSchema } from "./json-schema";
import { JsonText } from "./json-text";

/** Pieces that end or begin something and that no text becomes, and the symbols they stand for. */
export const MARKUP_SYMBOLS: ReadonlyMap<string, number> = new Map([["</think>", 256]]);

export interface CompiledFormat {
  readonly pool: ExpressionPool;
  readonly expression: Expression;
}

/** Throws AnswerFormatError. `beginsInsideThink`: what comes first is a thought, of any text. */
export function compileFormat(format: AnswerFormat, beginsInsideThink = false): CompiledFormat {
  const pool = new ExpressionPool();
  const answer = compileSchema(pool, format.schema);
  return { pool, expression: beginsInsideThink ? pool.sequence(describeThought(pool), answer) : answer };
}

function describeThought(pool: ExpressionPool): Expression {
  const json = new JsonText(pool);
  const end = MARKUP_SYMBOLS.get("</think>") as number;
  return pool.sequence(pool.repeat(json.character, 0), pool.symbol([end, end]), json.gap);
}
