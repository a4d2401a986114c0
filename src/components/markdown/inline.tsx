// The parts of a sentence as React elements. HTML shows as text; a picture as its description and its address, never fetched.
import { ImageOff, Square, SquareCheck } from "lucide-react";
import type { MarkedToken, Token, Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { withMarks } from "../../citations/CitationMark";
import { useTexts } from "../../i18n/language-store";
import { hiddenTarget, safeLink } from "./links";
import { Maths } from "./Maths";
import type { MathsToken } from "./maths-syntax";
import { decodeReferences } from "./references";

type Span = MarkedToken | MathsToken;

export function renderInline(tokens: readonly Token[] | undefined, isInLink = false): ReactNode {
  return tokens?.map((token, index) => (
    <Fragment key={placeKey(token.type, index)}>{renderSpan(token as Span, isInLink)}</Fragment>
  ));
}

/** Text only ever grows at its end, so that a place and a kind name a part. */
export const placeKey = (kind: string, place: number): string => `${place}-${kind}`;

export const withText = (text: string): ReactNode => withMarks(decodeReferences(text));

function renderSpan(token: Span, isInLink: boolean): ReactNode {
  switch (token.type) {
    case "strong":
      return <strong>{renderInline(token.tokens, isInLink)}</strong>;
    case "em":
      return <em>{renderInline(token.tokens, isInLink)}</em>;
    case "del":
      return <Struck token={token} isInLink={isInLink} />;
    case "codespan":
      return <code dir="ltr">{token.text}</code>;
    case "maths":
      return <Maths tex={token.text} isDisplay={token.isDisplay} isOpen={token.isOpen} />;
    case "br":
      return <br />;
    case "link":
      return isInLink ? renderInline(token.tokens, true) : <Link token={token} />;
    case "image":
      return <Picture token={token} isInLink={isInLink} />;
    case "checkbox":
      return <TaskBox isDone={token.checked} />;
    case "text":
      return token.tokens ? renderInline(token.tokens, isInLink) : withText(token.text);
    case "html":
      return /^<br\s*\/?>$/i.test(token.text) ? <br /> : withMarks(token.text); // models break lines so in tables
    case "escape":
      return withMarks(token.text);
    default:
      return withMarks(token.raw);
  }
}

/** "20~30 and 40~50" are ranges: only two tildes strike. */
function Struck({ token, isInLink }: { readonly token: Tokens.Del; readonly isInLink: boolean }) {
  const inner = renderInline(token.tokens, isInLink);
  return token.raw.startsWith("~~") ? <del>{inner}</del> : <>~{inner}~</>;
}

function Link({ token }: { readonly token: Tokens.Link }) {
  const href = safeLink(token.href);
  if (href === null) return renderInline(token.tokens, true);
  return (
    <Anchor href={href} text={decodeReferences(token.text)}>
      {renderInline(token.tokens, true)}
    </Anchor>
  );
}

function Picture({ token, isInLink }: { readonly token: Tokens.Image; readonly isInLink: boolean }) {
  const { answer } = useTexts();
  const href = isInLink ? null : safeLink(token.href);
  const text = decodeReferences(token.text) || (href ?? "");
  return (
    <span className="picture">
      <ImageOff size="1em" role="img" aria-label={answer.image} className="picture-mark" />
      {href === null ? (
        withMarks(text)
      ) : (
        <Anchor href={href} text={text}>
          {withMarks(text)}
        </Anchor>
      )}
    </span>
  );
}

interface AnchorProps {
  readonly href: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Anchor({ href, text, children }: AnchorProps) {
  const target = hiddenTarget(href, text);
  return (
    <a
      href={href}
      title={href}
      target="_blank"
      rel="noreferrer noopener"
      dir={target === null ? "ltr" : undefined}
    >
      {children}
      {target !== null && (
        <span dir="ltr" className="link-target" data-copy="skip">
          {` ${target}`}
        </span>
      )}
    </a>
  );
}

function TaskBox({ isDone }: { readonly isDone: boolean }) {
  const { answer } = useTexts();
  const Icon = isDone ? SquareCheck : Square;
  return (
    <Icon
      size="1.1em"
      role="img"
      aria-label={isDone ? answer.taskDone : answer.taskOpen}
      className={isDone ? "task-box text-accent" : "task-box"}
      data-copy={isDone ? "[x] " : "[ ] "}
    />
  );
}
