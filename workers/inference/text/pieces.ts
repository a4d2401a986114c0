// What each piece of a vocabulary is: text, a byte, or markup that no text may become. The names decide as well as the file's
// types, because converters mark <|im_start|> as a normal piece.
import { ModelFormatError } from "../errors";
import { TOKEN_TYPE, type Vocabulary } from "../parse/vocabulary";

/** "control" is never shown; "tag" is shown as it is written, such as </think>. */
export type PieceKind = "text" | "byte" | "control" | "tag";

const CONTROL_NAME = /^<\|.+\|>$/s;
/** Thousands of control pieces that mean nothing, which Jamba 2's own tokenizer does not look for either. */
const PLACEHOLDER_NAME = /^<\|(?:mask|reserved)_\d+\|>$/;
const TAG_NAME = /^<\/?(?:think|tool_call|tool_response)>$/;
const BYTE_NAME = /^<0x([0-9A-F]{2})>$/;

export interface Pieces {
  readonly kinds: readonly PieceKind[];
  readonly textIds: ReadonlyMap<string, number>; // text pieces, ▁ for a space
  readonly byteIds: readonly number[]; // [256]
  readonly byteOf: Int16Array; // by id: 0 to 255, or -1
  readonly markupIds: ReadonlyMap<string, number>; // control pieces and tags that templates may write
}

export function sortPieces({ tokens, types }: Vocabulary): Pieces {
  const kinds = tokens.map((piece, id) => findKind(piece, types?.[id] ?? TOKEN_TYPE.normal));
  const textIds = new Map<string, number>();
  const markupIds = new Map<string, number>();
  const byteIds: number[] = new Array(256).fill(-1);
  const byteOf = new Int16Array(tokens.length).fill(-1);
  for (const [id, piece] of tokens.entries()) {
    if (piece === "") continue;
    const kind = kinds[id] as PieceKind;
    if (kind === "text") textIds.set(piece, id);
    else if (kind === "byte") {
      const byte = Number.parseInt(piece.slice(3, 5), 16);
      byteIds[byte] = id;
      byteOf[id] = byte;
    } else if (!PLACEHOLDER_NAME.test(piece)) markupIds.set(piece, id);
  }
  const missing = byteIds.indexOf(-1);
  if (missing >= 0) {
    throw new ModelFormatError(
      `This model has no token for byte ${missing}; expected pieces <0x00> to <0xFF>, by which any text can be written.`,
    );
  }
  return { kinds, textIds, byteIds, byteOf, markupIds };
}

function findKind(piece: string, type: number): PieceKind {
  if (BYTE_NAME.test(piece)) return "byte";
  if (TAG_NAME.test(piece)) return "tag";
  if (CONTROL_NAME.test(piece) || type === TOKEN_TYPE.control || type === TOKEN_TYPE.unknown)
    return "control";
  return type === TOKEN_TYPE.userDefined ? "tag" : "text";
}
