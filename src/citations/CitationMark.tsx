// The mark after a quotation: a number that opens the document at these words, or that no document has them.
import { createContext, Fragment, type ReactNode, useContext } from "react";
import { useTexts } from "../i18n/language-store";
import { formatCount } from "../stores/format";
import { useViewerStore } from "../viewer/viewer-store";
import type { CheckedQuotation } from "./checked-quotations";
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
  const { citations, library } = useTexts();
  const { quotations, documents } = useContext(AnswerMarksContext);
  const quotation = quotations[index];
  if (!quotation) return null;
  if (quotation.kind === "missing") {
    return (
      <span data-citation="missing" className="citation-missing" title={citations.missingHelp}>
        {citations.missing}
      </span>
    );
  }
  const { match, number } = quotation;
  const { places, placeCount, how } = match;
  const [place] = places;
  const nameOf = (id: string): string => documents.get(id)?.name ?? library.unnamed;
  const label = citations.found({
    number,
    how,
    document: nameOf(place?.documentId ?? ""),
    page: (place?.pieces[0]?.pageIndex ?? 0) + 1,
    otherPlaces: placeCount - 1,
  });
  return (
    <button
      type="button"
      data-citation="found"
      className="citation"
      aria-label={label}
      title={label}
      data-label={how === "close" ? `≈ ${formatCount(number)}` : formatCount(number)}
      onClick={() => useViewerStore.getState().openMatch(match, number, nameOf)}
    />
  );
}
