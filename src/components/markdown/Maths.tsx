// A formula: its source until KaTeX is here and while it is being written, then drawn.
import { lazy, Suspense } from "react";
import { useTexts } from "../../i18n/language-store";
import { ScrollBox } from "../ui/ScrollBox";

export interface MathsProps {
  readonly tex: string;
  readonly isDisplay: boolean;
}

/** Lines break before and after a formula; not between it and the comma that follows. */
const JOINED = "\u2060";

const Rendered = lazy(() => import("./RenderedMaths").catch(() => ({ default: Source })));

export function Maths({ tex, isDisplay, isOpen }: MathsProps & { readonly isOpen: boolean }) {
  const { answer } = useTexts();
  const drawn = isOpen ? (
    <Source tex={tex} isDisplay={isDisplay} />
  ) : (
    <Suspense fallback={<Source tex={tex} isDisplay={isDisplay} />}>
      <Rendered tex={tex} isDisplay={isDisplay} />
    </Suspense>
  );
  if (!isDisplay) {
    return (
      <span dir="ltr" className="maths" data-tex={tex}>
        {JOINED}
        {drawn}
        {JOINED}
      </span>
    );
  }
  return (
    <ScrollBox as="span" label={answer.formula} dir="ltr" className="maths maths-display" data-tex={tex}>
      <span>{drawn}</span>
    </ScrollBox>
  );
}

function Source({ tex }: MathsProps) {
  return <code className="maths-source">{tex}</code>;
}
