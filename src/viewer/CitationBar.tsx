// What brought the reader to these words: how well they match, what differs, and the other places that say the same.
import { ChevronDown, ChevronUp } from "lucide-react";
import type { DifferencePart } from "../citations/difference";
import { IconButton } from "../components/ui/Button";
import { formatCount } from "../stores/format";
import type { OpenCitation } from "./viewer-store";

interface CitationBarProps {
  readonly citation: OpenCitation;
  readonly pageText: string;
  readonly onPlace: (placeIndex: number) => void;
}

const descriptions: Readonly<Record<OpenCitation["how"], string>> = {
  exact: "Word for word",
  normalised: "The same words",
  close: "Nearly the same",
};

export function CitationBar({ citation, pageText, onPlace }: CitationBarProps) {
  const { number, how, places, placeCount, placeIndex, difference } = citation;
  return (
    <div className="shrink-0 space-y-1 border-b border-line bg-sunken px-5 py-2 text-sm">
      <div className="flex items-center gap-2">
        <p role="status" className="min-w-0 flex-1">
          {number !== null && <span className="font-semibold">Quotation {formatCount(number)}: </span>}
          {number === null ? descriptions[how] : descriptions[how].toLowerCase()}, {pageText}
        </p>
        {places.length > 1 && (
          <>
            <span className="shrink-0 text-xs text-ink-soft tabular-nums">
              {formatCount(placeIndex + 1)} of {formatCount(placeCount)}
            </span>
            <IconButton
              label="Previous place"
              onClick={() => onPlace((placeIndex + places.length - 1) % places.length)}
            >
              <ChevronUp size={18} aria-hidden />
            </IconButton>
            <IconButton label="Next place" onClick={() => onPlace((placeIndex + 1) % places.length)}>
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
      <p className="text-xs text-ink-soft">
        Struck out: only in the answer. Underlined: only in the document.
      </p>
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
