// What an answer must look like, as an expression over a vocabulary's symbols: JSON or the call of a tool, and before it the
// thoughts of a model that thinks aloud.
import type { AnswerFormat, ToolDefinition } from "../api";
import { type Expression, ExpressionPool } from "./expressions";
import { compileSchema } from "./json-schema";
import { JsonText } from "./json-text";

/** Pieces that end or begin something and that no text becomes, and the symbols they stand for. */
export const MARKUP_SYMBOLS: ReadonlyMap<string, number> = new Map([
  ["</think>", 256],
  ["<tool_call>", 257],
  ["</tool_call>", 258],
]);

export interface CompiledFormat {
  readonly pool: ExpressionPool;
  readonly expression: Expression;
}

/** Throws AnswerFormatError. `beginsInsideThink`: what comes first is a thought, of any text. */
export function compileFormat(format: AnswerFormat, beginsInsideThink = false): CompiledFormat {
  const pool = new ExpressionPool();
  const answer =
    format.kind === "json" ? compileSchema(pool, format.schema) : describeCall(pool, format.tool);
  return { pool, expression: beginsInsideThink ? pool.sequence(describeThought(pool), answer) : answer };
}

/** As Jamba 2 writes calls, so that the prompt that repeats it is the one it was trained on. */
function describeCall(pool: ExpressionPool, { name, parameters }: ToolDefinition): Expression {
  return pool.sequence(
    markup(pool, "<tool_call>"),
    pool.text(`\n{"name": ${JSON.stringify(name)}, "arguments": `),
    compileSchema(pool, parameters),
    pool.text("}\n"),
    markup(pool, "</tool_call>"),
  );
}

function markup(pool: ExpressionPool, piece: string): Expression {
  const symbol = MARKUP_SYMBOLS.get(piece) as number;
  return pool.symbol([symbol, symbol]);
}

function describeThought(pool: ExpressionPool): Expression {
  const json = new JsonText(pool);
  return pool.sequence(pool.repeat(json.character, 0), markup(pool, "</think>"), json.gap);
}
