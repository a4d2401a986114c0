// The chats that have what is looked for, each with the place in it that has most of the words.
import type { ChatHit, SearchAnswer } from "../../chats/api";
import { useTexts } from "../../i18n/language-store";
import { numberLanguage } from "../../i18n/numbers";
import { useChatSearchStore } from "../../stores/chat-search";
import { useChatStore } from "../../stores/chat-store";
import { MarkedText } from "./MarkedText";
import { chatRow, moveBetweenRows } from "./move-between-rows";

interface SearchResultsProps {
  readonly onNavigate: () => void;
}

export function SearchResults({ onNavigate }: SearchResultsProps) {
  const { conversations: texts } = useTexts();
  const search = useChatSearchStore((state) => state.search);
  return (
    <section aria-label={texts.results} className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 pt-1">
      {search.status === "searching" && <p className="px-2 text-sm text-ink-soft">{texts.searching}</p>}
      {search.status === "failed" && <p className="px-2 text-sm text-danger">{texts.searchFailed}</p>}
      {search.status === "found" && <Found answer={search.answer} onNavigate={onNavigate} />}
    </section>
  );
}

function Found({ answer, onNavigate }: SearchResultsProps & { readonly answer: SearchAnswer }) {
  const { conversations: texts } = useTexts();
  const query = useChatSearchStore((state) => state.query);
  const { hits, hitCount, indexedCount, chatCount } = answer;
  const isComplete = indexedCount === chatCount;
  return (
    <>
      <p className="px-2 pb-1 text-xs font-semibold text-ink-faint">
        {isComplete && hitCount > 0 && texts.found(hitCount)}
        {isComplete && hitCount === 0 && <bdi>{texts.nothingFound(query.trim())}</bdi>}
      </p>
      {isComplete && hitCount === 0 && <p className="px-2 text-sm text-ink-soft">{texts.nothingFoundHelp}</p>}
      <ul className="space-y-0.5">
        {hits.map((hit) => (
          <li key={hit.conversationId}>
            <Hit hit={hit} onNavigate={onNavigate} />
          </li>
        ))}
      </ul>
      {isComplete && hitCount > hits.length && (
        <p className="px-2 pt-2 text-xs text-ink-faint">{texts.firstFound(hits.length, hitCount)}</p>
      )}
      {!isComplete && (
        <p className="px-2 py-1 text-xs text-ink-faint tabular-nums">
          {texts.looking(indexedCount, chatCount)}
        </p>
      )}
    </>
  );
}

function Hit({ hit, onNavigate }: SearchResultsProps & { readonly hit: ChatHit }) {
  const isCurrent = useChatStore((state) => state.current?.id === hit.conversationId);
  const date = new Date(hit.updatedAt);
  return (
    <button
      type="button"
      {...chatRow}
      onClick={() => {
        void useChatSearchStore.getState().openHit(hit);
        onNavigate();
      }}
      onKeyDown={moveBetweenRows}
      aria-current={isCurrent ? "page" : undefined}
      className={`w-full rounded-lg px-2.5 py-2 text-start focus-visible:-outline-offset-2 ${isCurrent ? "bg-tint" : "hover:bg-tint/60"}`}
    >
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 text-sm font-medium">
          <MarkedText value={hit.title} className="one-line" />
        </span>
        <time dateTime={date.toISOString()} className="shrink-0 text-xs text-ink-faint">
          {date.toLocaleDateString(numberLanguage(), { day: "numeric", month: "short" })}
        </time>
      </span>
      {hit.message && (
        <MarkedText
          value={hit.message.snippet}
          className="line-clamp-2 w-fit text-xs leading-relaxed wrap-anywhere text-ink-soft"
        />
      )}
    </button>
  );
}
