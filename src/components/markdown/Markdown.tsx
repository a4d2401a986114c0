// An answer's Markdown as React elements: marked's tokens, never HTML, so there is nothing to sanitise.

import { memo, useState } from "react";
import { Block, headingLevels } from "./blocks";
import { drawable } from "./drawable";
import { placeKey } from "./inline";
import { createParser } from "./parser";
import { copySelection } from "./rich-copy";

interface MarkdownProps {
  readonly text: string;
  readonly isStreaming: boolean;
}

export const Markdown = memo(function Markdown({ text, isStreaming }: MarkdownProps) {
  const [parse] = useState(createParser); // remembers what it has taken apart; the same text gives the same blocks
  const { blocks, generation } = parse(isStreaming ? text : drawable(text), isStreaming);
  const levels = headingLevels(blocks);
  const last = blocks.findLastIndex(({ type }) => type !== "space");
  return (
    <div
      className={isStreaming ? "prose prose-streaming" : "prose"}
      data-markdown
      onCopy={(event) => {
        if (copySelection(event.currentTarget, event.clipboardData)) event.preventDefault();
      }}
    >
      {blocks.map((token, index) => (
        <Block
          key={`${generation}-${placeKey(token.type, index)}`}
          token={token}
          level={levels[index]}
          isGrowing={isStreaming && index >= last}
        />
      ))}
    </div>
  );
});
