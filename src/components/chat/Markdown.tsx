// An answer's Markdown as React elements: marked's tokens, never HTML, so there is nothing to sanitise. Raw HTML shows as
// text, images as their description, and unfinished syntax is healed while the answer streams.
import { Lexer, type MarkedToken, type Token, type Tokens } from "marked";
import { Fragment, memo, type ReactNode } from "react";
import remend from "remend";
import { withMarks } from "../../citations/CitationMark";
import { CodeBlock } from "./CodeBlock";
import { decodeReferences, healTable, safeLink } from "./markdown-text";
import { scrollable } from "./scrollable";

interface MarkdownProps {
  readonly text: string;
  readonly isStreaming: boolean;
}

export const Markdown = memo(function Markdown({ text, isStreaming }: MarkdownProps) {
  const healed = isStreaming ? healTable(remend(text, { linkMode: "text-only" })) : text;
  const tokens = Lexer.lex(healed, { gfm: true, breaks: true });
  return (
    <div className={isStreaming ? "prose prose-streaming" : "prose"}>
      {tokens.map((token, index) => (
        <Block key={blockKey(token, index)} token={token} />
      ))}
    </div>
  );
});

/** Blocks only ever grow at the end, so that a place and a kind name one. */
const blockKey = (token: Token, index: number): string => placeKey(token.type, index);
const placeKey = (kind: string, place: number): string => `${place}-${kind}`;

const Block = memo(
  ({ token }: { readonly token: Token }) => renderBlock(token),
  (before, after) => before.token.raw === after.token.raw && before.token.type === after.token.type,
);

function renderBlock(generic: Token): ReactNode {
  const token = generic as MarkedToken;
  switch (token.type) {
    case "heading":
      return <Heading token={token} />;
    case "paragraph":
      return <p dir="auto">{renderInline(token.tokens)}</p>;
    case "text":
      return <Fragment>{token.tokens ? renderInline(token.tokens) : withText(token.text)}</Fragment>;
    case "code":
      return <CodeBlock language={token.lang ?? ""} code={token.text} />;
    case "blockquote":
      return <blockquote dir="auto">{renderBlocks(token.tokens)}</blockquote>;
    case "list":
      return <List token={token} />;
    case "table":
      return <Table token={token} />;
    case "hr":
      return <hr />;
    case "html":
      return <p dir="auto">{withMarks(token.text.trim())}</p>;
    case "space":
    case "def":
      return null;
    default:
      return renderInline([token]);
  }
}

function renderBlocks(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, index) => <Block key={blockKey(token, index)} token={token} />);
}

/** An answer's headings stand below the page's own (h1: the app, h2: a panel). */
function Heading({ token }: { readonly token: Tokens.Heading }) {
  const Tag = (["h3", "h4", "h5", "h6"] as const)[Math.min(3, token.depth - 1)] ?? "h6";
  return <Tag dir="auto">{renderInline(token.tokens)}</Tag>;
}

function List({ token }: { readonly token: Tokens.List }) {
  const items = token.items.map((item, index) => (
    <li key={blockKey(item, index)} dir="auto">
      {renderBlocks(item.tokens)}
    </li>
  ));
  if (!token.ordered) return <ul dir="auto">{items}</ul>;
  return (
    <ol dir="auto" start={token.start === "" ? 1 : token.start}>
      {items}
    </ol>
  );
}

const alignments = { left: "text-start", right: "text-end", center: "text-center", none: "" };

function Table({ token }: { readonly token: Tokens.Table }) {
  const cells = (row: readonly Tokens.TableCell[], Tag: "th" | "td"): ReactNode =>
    row.map((cell, column) => (
      <Tag key={placeKey("cell", column)} dir="auto" className={alignments[cell.align ?? "none"]}>
        {renderInline(cell.tokens)}
      </Tag>
    ));
  return (
    <section className="overflow-x-auto" aria-label="Table" {...scrollable}>
      <table dir="auto">
        <thead>
          <tr>{cells(token.header, "th")}</tr>
        </thead>
        <tbody>
          {token.rows.map((row, index) => (
            <tr key={placeKey("row", index)}>{cells(row, "td")}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function renderInline(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => (
    <Fragment key={blockKey(token, index)}>{renderSpan(token as MarkedToken)}</Fragment>
  ));
}

function renderSpan(token: MarkedToken): ReactNode {
  switch (token.type) {
    case "strong":
      return <strong>{renderInline(token.tokens)}</strong>;
    case "em":
      return <em>{renderInline(token.tokens)}</em>;
    case "del":
      return <del>{renderInline(token.tokens)}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return <Link token={token} />;
    case "image":
      return <em>{token.text || "image"}</em>;
    case "checkbox":
      return token.checked ? "☑ " : "☐ ";
    case "text":
      return token.tokens ? renderInline(token.tokens) : withText(token.text);
    case "escape":
    case "html":
      return withMarks(token.text);
    default:
      return withMarks(token.raw);
  }
}

const withText = (text: string): ReactNode => withMarks(decodeReferences(text));

function Link({ token }: { readonly token: Tokens.Link }) {
  const href = safeLink(token.href);
  if (href === null) return renderInline(token.tokens);
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {renderInline(token.tokens)}
    </a>
  );
}
