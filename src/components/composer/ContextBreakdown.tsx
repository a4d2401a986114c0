// What fills the model's window: a bar of its parts, their names and sizes, and how the last answer was read.
import { useTexts } from "../../i18n/language-store";
import { selectBranch } from "../../stores/branches";
import { useChatStore } from "../../stores/chat-store";
import type { ContextShare, ContextUse } from "../../stores/context-use";
import { formatCount, formatShare } from "../../stores/format";
import { ContextOffers } from "./ContextOffers";

const colours: Record<ContextShare["kind"], string> = {
  instructions: "bg-warn",
  document: "bg-accent",
  messages: "bg-ink-faint",
  draft: "bg-ink",
};

export function ContextBreakdown({ use }: { readonly use: ContextUse }) {
  const { composer } = useTexts();
  const { promptTokens, contextLength, level, shares, freeTokens } = use;
  return (
    <div className="space-y-3 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">{composer.window}</h2>
        <p className="text-xs text-ink-soft tabular-nums">
          {composer.windowFigures(promptTokens, contextLength)}
        </p>
      </div>
      <Bar use={use} />
      <ul className="grid grid-cols-[auto_minmax(0,1fr)_auto_auto] gap-x-2 gap-y-1">
        {shares.map((share) => (
          <Row
            key={share.id}
            colour={colours[share.kind]}
            name={share.kind === "document" ? share.name : composer.shares[share.kind]}
            tokens={share.tokens}
            contextLength={contextLength}
          />
        ))}
        <Row
          colour="border border-line-strong"
          name={composer.free}
          tokens={freeTokens}
          contextLength={contextLength}
        />
      </ul>
      <LastTurn />
      {level !== "normal" && (
        <div className="space-y-2 border-t border-line pt-3">
          <p className={level === "full" ? "text-danger" : "text-warn"}>
            {level === "full" ? composer.nothingIsCut : composer.nearlyFullAdvice}
          </p>
          <ContextOffers />
        </div>
      )}
    </div>
  );
}

function Bar({ use: { shares, promptTokens, contextLength } }: { readonly use: ContextUse }) {
  const whole = Math.max(promptTokens, contextLength);
  return (
    <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-full bg-tint">
      {shares.map(({ kind, id, tokens }) => (
        <span
          key={id}
          className={`progress-fill ${colours[kind]}`}
          style={{ inlineSize: `${(100 * tokens) / whole}%` }}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly colour: string;
  readonly name: string;
  readonly tokens: number;
  readonly contextLength: number;
}

function Row({ colour, name, tokens, contextLength }: RowProps) {
  return (
    <li className="col-span-full grid grid-cols-subgrid items-center">
      <span aria-hidden className={`progress-fill size-2.5 rounded-full ${colour}`} />
      <span className="min-w-0">
        <bdi className="one-line">{name}</bdi>
      </span>
      <span className="text-end text-ink-soft tabular-nums">{formatCount(tokens)}</span>
      <span className="min-w-11 text-end text-xs whitespace-nowrap text-ink-faint tabular-nums">
        {formatShare(tokens, contextLength)}
      </span>
    </li>
  );
}

function LastTurn() {
  const { composer } = useTexts();
  const messages = useChatStore((state) => state.messages);
  const leafId = useChatStore((state) => state.current?.leafId ?? null);
  const last = selectBranch(messages, leafId).findLast((message) => message.role === "assistant");
  const { promptTokens, readTokens, generatedTokens } = last?.stats ?? {};
  if (promptTokens === undefined || readTokens === undefined || generatedTokens === undefined) return null;
  return (
    <p className="border-t border-line pt-3 text-xs text-ink-soft tabular-nums">
      <span className="font-medium">{composer.lastTurn}</span>
      <br />
      {composer.lastTurnFigures(readTokens, Math.max(0, promptTokens - readTokens), generatedTokens)}
    </p>
  );
}
