// The mark after a quotation: a number that opens the document at these words, or that no document has them.
import { createContext, Fragment, type ReactNode, useContext } from "react";
import { useViewerStore } from "../viewer/viewer-store";
import type { CheckedQuotation, FoundMatch } from "./checked-quotations";
import { splitAtMarks } from "./marks-in-text";
import type { SourceDocument } from "./source";

export interface AnswerMarks {
  readonly quotations: readonly CheckedQuotation[];
  readonly documents: ReadonlyMap<string, Pick<SourceDocument, "id" | "name">>;
}

export const AnswerMarksContext = createContext<AnswerMarks>({ quotations: [], documents: new Map() });

/** A text of an answer with its marks as elements. */
export function withMarks(text: string): ReactNode {
  const parts = splitAtMarks(text);
  if (parts.length === 1) return parts[0];
  return parts.map((part) =>
    typeof part === "string" ? (
      <Fragment key={`text ${part}`}>{part}</Fragment>
    ) : (
      <CitationMark key={part} index={part} />
    ),
  );
}

function CitationMark({ index }: { readonly index: number }) {
  const { quotations, documents } = useContext(AnswerMarksContext);
  const quotation = quotations[index];
  if (!quotation) return null;
  if (quotation.kind === "missing") {
    return (
      <span
        data-citation="missing"
        className="citation-missing"
        title="These words are in none of the documents of this chat"
      >
        not found in the document
      </span>
    );
  }
  const { match, number } = quotation;
  const nameOf = (id: string): string => documents.get(id)?.name ?? "Document";
  const label = describeMatch(match, number, nameOf);
  return (
    <button
      type="button"
      data-citation="found"
      className="citation"
      aria-label={label}
      title={label}
      data-label={match.how === "close" ? `≈ ${number}` : number}
      onClick={() => useViewerStore.getState().openMatch(match, number, nameOf)}
    />
  );
}

const hows: Readonly<Record<FoundMatch["how"], string>> = {
  exact: "word for word",
  normalised: "the same words",
  close: "nearly the same, see what differs",
};

function describeMatch(
  { places, placeCount, how }: FoundMatch,
  number: number,
  nameOf: (id: string) => string,
): string {
  const [place] = places;
  const page = (place?.pieces[0]?.pageIndex ?? 0) + 1;
  const more =
    placeCount > 1 ? `, and in ${placeCount - 1} more ${placeCount === 2 ? "place" : "places"}` : "";
  return `Quotation ${number}: “${nameOf(place?.documentId ?? "")}”, page ${page}${more}, ${hows[how]}`;
}
