// A call that an answer ended with: which tool, with what, what came of it, and what the user may do about it. Nothing of what the
// model wrote is shown as the answer's text.
import {
  Calculator,
  CalendarDays,
  ChevronDown,
  type LucideIcon,
  TextSearch,
  TriangleAlert,
} from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import { type ToolTexts, useToolTexts } from "../../i18n/tool-texts";
import type { CallRecord, ToolName } from "../../storage/calls";
import type { AssistantMessage } from "../../storage/conversations";
import { answerCall } from "../../stores/answer";
import { formatCount } from "../../stores/format";
import { allowCall, declineCall, isFree, runCall, sendFound } from "../../stores/tool-calls";
import { useCanAsk } from "../chat/MessageEditor";
import { scrollable } from "../chat/scrollable";
import { Button } from "../ui/Button";

const icons: Readonly<Record<ToolName, LucideIcon>> = {
  search_documents: TextSearch,
  calculator: Calculator,
  current_date: CalendarDays,
};

interface ToolCallProps {
  readonly message: AssistantMessage;
  readonly isLast: boolean; // of the branch on screen: only there it can go on
}

export function ToolCall({ message, isLast }: ToolCallProps) {
  const texts = useToolTexts();
  const card = useRef<HTMLElement>(null);
  const { call } = message;
  if (!call) return <p className="text-sm text-ink-soft">{texts.writing}</p>;
  const name = call.status === "faulty" ? texts.title : texts.names[call.name];
  const Icon = call.status === "faulty" ? TriangleAlert : icons[call.name];
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={texts.label(name)}
      className="mt-2 space-y-3 rounded-2xl border border-line bg-raised p-4 text-sm"
    >
      <h3 className="flex items-center gap-2 font-semibold">
        <Icon size={16} aria-hidden className={call.status === "faulty" ? "text-danger" : "text-accent"} />
        {name}
      </h3>
      <Wanted call={call} texts={texts} />
      <Outcome call={call} texts={texts} isLast={isLast} />
      {isLast && <Actions message={message} call={call} onAct={() => card.current?.focus()} />}
    </section>
  );
}

/** What it is asked with. */
function Wanted({ call, texts }: { readonly call: CallRecord; readonly texts: ToolTexts }) {
  if (call.status === "faulty") {
    return (
      <>
        <p dir="auto" className="wrap-anywhere">
          {describeFault(call, texts)}
        </p>
        <Folded label={texts.written}>{call.body.trim()}</Folded>
      </>
    );
  }
  const entries = Object.entries(call.arguments);
  if (entries.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      {entries.map(([argument, value]) => (
        <div key={argument} className="contents">
          <dt className="text-ink-soft">{labelOf(argument, texts)}</dt>
          <dd
            className={`min-w-0 wrap-anywhere whitespace-pre-wrap ${argument === "query" ? "" : "font-mono"}`}
          >
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const labelOf = (argument: string, { query, expression }: ToolTexts): string =>
  argument === "query" ? query : argument === "expression" ? expression : argument;

interface OutcomeProps {
  readonly call: CallRecord;
  readonly texts: ToolTexts;
  readonly isLast: boolean;
}

function Outcome({ call, texts, isLast }: OutcomeProps) {
  switch (call.status) {
    case "waiting":
      return isLast ? null : <p className="text-ink-soft">{texts.passedOver}</p>;
    case "found":
      return (
        <div className="space-y-1.5">
          <p className="text-ink-soft">{isLast ? texts.found : texts.passedOver}</p>
          <Given label={texts.found}>{call.found}</Given>
        </div>
      );
    case "done":
      if (!isFree(call.name)) return <Folded label={texts.result}>{call.result}</Folded>;
      return (
        <p className="flex flex-wrap gap-x-3">
          <span className="text-ink-soft">{texts.result}</span>
          <bdi className="font-mono font-medium wrap-anywhere">{call.result}</bdi>
        </p>
      );
    case "declined":
      return <p className="text-ink-soft">{texts.declined}</p>;
    case "faulty":
      return null;
    default:
      return call satisfies never;
  }
}

/** Text that goes to the model, as it goes there; by the keyboard it scrolls. */
function Given({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <section
      {...scrollable}
      aria-label={label}
      dir="auto"
      className="max-h-80 overflow-y-auto rounded-lg bg-sunken p-3 wrap-anywhere whitespace-pre-wrap"
    >
      {children}
    </section>
  );
}

function Folded({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <details className="thought mb-0!">
      <summary className="target">
        {label}
        <ChevronDown size={16} aria-hidden className="thought-arrow" />
      </summary>
      <Given label={label}>{children}</Given>
    </details>
  );
}

interface ActionsProps {
  readonly message: AssistantMessage;
  readonly call: CallRecord;
  /** The button that was used goes; the focus stays here. */
  readonly onAct: () => void;
}

function Actions({ message, call, onAct }: ActionsProps) {
  const texts = useToolTexts();
  const { chat } = useTexts();
  const canAsk = useCanAsk();
  const button = (
    label: string,
    act: () => Promise<void>,
    tone: "primary" | "plain" | "quiet",
  ): ReactNode => (
    <Button
      key={label}
      tone={tone}
      disabled={!canAsk}
      onClick={() => {
        onAct();
        void act();
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {call.status === "waiting" && [
        button(texts.run, () => runCall(message), "primary"),
        button(texts.decline, () => declineCall(message), "plain"),
        isFree(call.name) && button(texts.allow, () => allowCall(message), "quiet"),
      ]}
      {call.status === "found" && [
        button(texts.sendOn, () => sendFound(message), "primary"),
        button(texts.withhold, () => declineCall(message), "plain"),
      ]}
      {"result" in call && button(chat.getAnswer, () => answerCall(message), "plain")}
    </div>
  );
}

function describeFault({ fault }: Extract<CallRecord, { status: "faulty" }>, texts: ToolTexts): string {
  switch (fault.kind) {
    case "unfinished":
      return texts.unfinished;
    case "too-long":
      return texts.tooLong(formatCount(fault.length), formatCount(fault.limit));
    case "not-json":
      return texts.notJson(fault.reason);
    case "other-form":
      return texts.otherForm;
    case "unknown-tool":
      return texts.unknownTool(fault.name);
    case "missing-argument":
      return texts.missingArgument(fault.argument);
    case "unknown-argument":
      return texts.unknownArgument(fault.argument);
    case "bad-argument":
      return texts.badArgument(fault.argument, formatCount(fault.minLength), formatCount(fault.maxLength));
    case "too-many":
      return texts.tooMany(formatCount(fault.limit));
    default:
      return fault satisfies never;
  }
}
