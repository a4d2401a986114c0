// A formula as MathML. Fetched with KaTeX when the first formula comes.
import { useMemo } from "react";
import { useTexts } from "../../i18n/language-store";
import type { MathsProps } from "./Maths";
import { renderMaths } from "./maths-elements";

export default function RenderedMaths({ tex, isDisplay }: MathsProps) {
  const { answer } = useTexts();
  const drawn = useMemo(() => {
    try {
      return renderMaths(tex, isDisplay);
    } catch {
      return null; // whatever KaTeX throws: the source says it all
    }
  }, [tex, isDisplay]);
  if (drawn !== null) return drawn;
  return (
    <span className="maths-failed">
      <code dir="ltr">{tex}</code> <span data-copy="skip">{answer.formulaFailed}</span>
    </span>
  );
}
