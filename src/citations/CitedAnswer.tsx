// An answer whose quotations are looked up in the documents it was given: block by block while it streams, all at its end.
import { useEffect, useMemo } from "react";
import { Markdown } from "../components/markdown/Markdown";
import { useTexts } from "../i18n/language-store";
import { AnswerMarksContext } from "./CitationMark";
import { checkQuotations } from "./checked-quotations";
import { matchKey, useCitationStore } from "./citation-store";
import { insertMarks } from "./marks-in-text";
import { findQuotations, finishedPart } from "./quotations";
import { type AnswerDocuments, useAnswerDocuments } from "./use-answer-documents";

interface CitedAnswerProps {
  readonly messageId: string;
  readonly text: string;
  readonly isStreaming: boolean;
}

export function CitedAnswer({ messageId, text, isStreaming }: CitedAnswerProps) {
  const documents = useAnswerDocuments(messageId);
  const isCited = documents.ids.length > 0;
  return (
    <div data-answer={messageId}>
      {isCited && <CheckedAnswer documents={documents} text={text} isStreaming={isStreaming} />}
      {!isCited && <Markdown text={text} isStreaming={isStreaming} />}
    </div>
  );
}

interface CheckedAnswerProps extends Omit<CitedAnswerProps, "messageId"> {
  readonly documents: AnswerDocuments;
}

function CheckedAnswer({ documents, text, isStreaming }: CheckedAnswerProps) {
  const { library } = useTexts();
  const finished = isStreaming ? finishedPart(text) : text;
  const quotations = useMemo(() => {
    const found = findQuotations(finished);
    return isStreaming ? found.filter(({ kind }) => kind !== "value") : found; // it may become a long answer
  }, [finished, isStreaming]);
  const matches = useCitationStore((state) => state.matches);
  useEffect(() => {
    const texts = quotations.map((quotation) => quotation.text);
    useCitationStore.getState().lookUp(documents.ids, texts);
  }, [documents, quotations]);
  const marks = useMemo(() => {
    const findMatch = (quoted: string) => matches.get(matchKey(documents.ids, quoted)) ?? null;
    const nameOf = (index: number) => documents.names[index] ?? library.unnamed;
    const named = documents.ids.map((id, index) => ({ id, name: nameOf(index) }));
    return {
      quotations: checkQuotations(quotations, documents, findMatch),
      documents: new Map(named.map((document) => [document.id, document])),
    };
  }, [quotations, documents, matches, library]);
  const ends = marks.quotations.map(({ end }) => afterPunctuation(text, end));
  return (
    <AnswerMarksContext value={marks}>
      <Markdown text={insertMarks(text, ends)} isStreaming={isStreaming} />
    </AnswerMarksContext>
  );
}

/** A sentence's end stays with its words. */
function afterPunctuation(text: string, end: number): number {
  return end + (/^[.,;:!?،؛؟]+(?=\s|$)/.exec(text.slice(end, end + 4))?.[0].length ?? 0);
}
