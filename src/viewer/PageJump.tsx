// Which page is on screen, and going to another by its number or by what the document calls it.
import { useEffect, useState } from "react";
import type { SourcePage } from "../citations/source";
import { useTexts } from "../i18n/language-store";
import { findPage } from "./blocks";

interface PageJumpProps {
  readonly pages: readonly SourcePage[];
  readonly pageIndex: number;
  readonly onJump: (pageIndex: number) => void;
}

export function PageJump({ pages, pageIndex, onJump }: PageJumpProps) {
  const { viewer } = useTexts();
  const shown = String(pages[pageIndex]?.number ?? pageIndex + 1);
  const [text, setText] = useState(shown);
  const [isUnknown, setIsUnknown] = useState(false);
  useEffect(() => {
    setText(shown);
    setIsUnknown(false);
  }, [shown]);
  const jump = (): void => {
    const found = findPage(pages, text);
    setIsUnknown(found === null);
    if (found !== null) onJump(found);
  };
  return (
    <form
      className="flex shrink-0 items-center gap-1.5 text-xs text-ink-soft tabular-nums"
      onSubmit={(event) => {
        event.preventDefault();
        jump();
      }}
    >
      <label className="flex items-center gap-1.5">
        {viewer.page}
        <input
          type="text"
          value={text}
          aria-invalid={isUnknown}
          title={isUnknown ? viewer.noSuchPage(text) : viewer.goToPage}
          onChange={(event) => setText(event.target.value)}
          onFocus={(event) => event.target.select()}
          className="target w-14 rounded-lg border border-line-strong bg-raised px-2 text-center text-sm text-ink aria-invalid:border-danger"
        />
      </label>
      {viewer.ofPages(pages.length)}
    </form>
  );
}
