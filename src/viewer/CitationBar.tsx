// What brought the reader to these words: how well they match, what differs, and the other places that say the same.
import { ChevronDown, ChevronUp } from "lucide-react";
import type { DifferencePart } from "../citations/difference";
import { IconButton } from "../components/ui/Button";
import type { Texts } from "../i18n/catalogue";
import { useTexts } from "../i18n/language-store";
import type { OpenCitation } from "./viewer-store";

type CitedPage = Parameters<Texts["viewer"]["selection"]>[1];

interface CitationBarProps {
  readonly citation: OpenCitation;
  readonly page: CitedPage;
  readonly onPlace: (placeIndex: number) => void;
}

export function CitationBar({ citation, page, onPlace }: CitationBarProps) {
  const { viewer } = useTexts();
  const { number, how, places, placeCount, placeIndex, difference } = citation;
  return (
    <div className="shrink-0 space-y-1 border-b border-line bg-sunken px-5 py-2 text-sm">
      <div className="flex items-center gap-2">
        <p role="status" className="min-w-0 flex-1 font-medium">
          {number === null ? viewer.selection(how, page) : viewer.quotation(number, how, page)}
        </p>
        {places.length > 1 && (
          <>
            <span className="shrink-0 text-xs text-ink-soft tabular-nums">
              {viewer.placeOf(placeIndex + 1, placeCount)}
            </span>
            <IconButton
              label={viewer.previousPlace}
              onClick={() => onPlace((placeIndex + places.length - 1) % places.length)}
            >
              <ChevronUp size={18} aria-hidden />
            </IconButton>
            <IconButton label={viewer.nextPlace} onClick={() => onPlace((placeIndex + 1) % places.length)}>
              <ChevronDown size={18} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      {difference.length > 0 && <Difference parts={difference} />}
    </div>
  );
}

function Difference({ parts }: { readonly parts: readonly DifferencePart[] }) {
  const { viewer } = useTexts();
  const keyed = parts.map((part, index) => ({ ...part, key: `${index}-${part.kind}` }));
  return (
    <>
      <p dir="auto" className="max-h-32 overflow-y-auto leading-relaxed wrap-anywhere">
        {keyed.map(({ key, kind, text }) => (
          <span key={key}>
            <DifferenceText kind={kind} text={text} />{" "}
          </span>
        ))}
      </p>
      <p className="text-xs text-ink-soft">{viewer.differenceKey}</p>
    </>
  );
}

function DifferenceText({ kind, text }: DifferencePart) {
  switch (kind) {
    case "same":
      return text;
    case "quoted":
      return <del className="text-danger">{text}</del>;
    case "document":
      return <ins className="font-medium text-accent underline decoration-2">{text}</ins>;
    default:
      return kind satisfies never;
  }
}
