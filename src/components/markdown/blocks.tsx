// The blocks of an answer as React elements. One whose Markdown has not changed is not drawn again.
import type { MarkedToken, Token, Tokens } from "marked";
import { Fragment, memo, type ReactNode } from "react";
import { withMarks } from "../../citations/CitationMark";
import { useTexts } from "../../i18n/language-store";
import { ScrollBox } from "../ui/ScrollBox";
import { CodeBlock } from "./CodeBlock";
import { directionOf } from "./direction";
import { placeKey, renderInline, withText } from "./inline";
import { Maths } from "./Maths";
import type { MathsToken } from "./maths-syntax";

interface BlockProps {
  readonly token: Token;
  readonly isGrowing: boolean; // the last one of an answer that streams
  readonly level?: number | undefined; // of a heading; those in quotes and lists have none
}

export const Block = memo(
  ({ token, isGrowing, level }: BlockProps) =>
    renderBlock(token as MarkedToken | MathsToken, isGrowing, level),
  (before, after) =>
    before.token.raw === after.token.raw &&
    before.token.type === after.token.type &&
    before.isGrowing === after.isGrowing &&
    before.level === after.level,
);

function renderBlock(token: MarkedToken | MathsToken, isGrowing: boolean, level?: number): ReactNode {
  switch (token.type) {
    case "heading":
      return <Heading token={token} level={level} />;
    case "paragraph":
      return <p dir="auto">{renderInline(token.tokens)}</p>;
    case "text":
      return <Fragment>{token.tokens ? renderInline(token.tokens) : withText(token.text)}</Fragment>;
    case "code":
      return <CodeBlock info={token.lang ?? ""} code={token.text} isEnded={!isGrowing || isClosed(token)} />;
    case "maths":
      return <Maths tex={token.text} isDisplay={token.isDisplay} isOpen={token.isOpen} />;
    case "blockquote":
      return <blockquote dir={directionOf(token.text)}>{renderBlocks(token.tokens, isGrowing)}</blockquote>;
    case "list":
      return <List token={token} isGrowing={isGrowing} />;
    case "table":
      return <Table token={token} />;
    case "hr":
      return <hr />;
    case "html":
      return (
        <p dir="auto" className="whitespace-pre-wrap">
          {withMarks(token.text.trim())}
        </p>
      );
    case "space":
    case "def":
      return null;
    default:
      return renderInline([token]);
  }
}

export function renderBlocks(tokens: readonly Token[], isGrowing: boolean): ReactNode {
  return tokens.map((token, index) => (
    <Block
      key={placeKey(token.type, index)}
      token={token}
      isGrowing={isGrowing && index === tokens.length - 1}
    />
  ));
}

const isClosed = ({ raw, codeBlockStyle }: Tokens.Code): boolean =>
  codeBlockStyle !== "indented" && /\n[ \t]*(?:`{3,}|~{3,})[ \t]*\n*$/.test(raw);

function Heading({ token, level }: { readonly token: Tokens.Heading; readonly level?: number | undefined }) {
  const inner = renderInline(token.tokens);
  if (level === undefined) {
    return (
      <p dir="auto">
        <strong>{inner}</strong>
      </p>
    );
  }
  const Tag = (["h3", "h4", "h5", "h6"] as const)[level - TOP_LEVEL] ?? "h6";
  return <Tag dir="auto">{inner}</Tag>;
}

/** Below h1, the app, and h2, the message. */
const TOP_LEVEL = 3;

/** By what stands above each, so that no level is left out: models begin with ## or ### as they like. */
export function headingLevels(blocks: readonly Token[]): readonly (number | undefined)[] {
  const above: number[] = [];
  return blocks.map((block) => {
    if (block.type !== "heading") return undefined;
    const { depth } = block as Tokens.Heading;
    while ((above.at(-1) ?? 0) >= depth) above.pop();
    above.push(depth);
    return TOP_LEVEL - 1 + above.length;
  });
}

function List({ token, isGrowing }: { readonly token: Tokens.List; readonly isGrowing: boolean }) {
  const items = token.items.map((item, index) => (
    <li key={placeKey("item", index)} dir={directionOf(item.text)} data-task={item.task || undefined}>
      {renderBlocks(item.tokens, isGrowing && index === token.items.length - 1)}
    </li>
  ));
  const dir = directionOf(token.raw);
  if (!token.ordered) return <ul dir={dir}>{items}</ul>;
  return (
    <ol dir={dir} start={token.start === "" ? 1 : token.start}>
      {items}
    </ol>
  );
}

function Table({ token }: { readonly token: Tokens.Table }) {
  const { answer } = useTexts();
  const cells = (row: readonly Tokens.TableCell[], Tag: "th" | "td"): ReactNode =>
    row.map((cell, column) => (
      <Tag
        key={placeKey("cell", column)}
        dir="auto"
        data-align={cell.align ?? undefined}
        {...(Tag === "th" && { scope: "col" })}
      >
        {renderInline(cell.tokens)}
      </Tag>
    ));
  const dir = directionOf(token.raw);
  return (
    <ScrollBox label={answer.table} className="table-box" dir={dir}>
      <table dir={dir}>
        <thead>
          <tr>{cells(token.header, "th")}</tr>
        </thead>
        <tbody>
          {token.rows.map((row, index) => (
            <tr key={placeKey("row", index)}>{cells(row, "td")}</tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
