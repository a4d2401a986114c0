// The conversations in their groups. A long list is drawn as far as it has been scrolled to.
import { useEffect, useMemo, useRef, useState } from "react";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { numberLanguage } from "../../i18n/numbers";
import { useChatStore } from "../../stores/chat-store";
import { type DayGroup, type DayGroupKind, firstMembers, groupByDay } from "../../stores/day-groups";
import { useDayStore } from "../../stores/day-store";
import { ConversationRow } from "./ConversationRow";

/** More than a screen holds; as many more are drawn when the last of them comes near. */
const DRAWN_AT_A_TIME = 60;

interface DayListProps {
  readonly onNavigate: () => void;
}

export function DayList({ onNavigate }: DayListProps) {
  const { conversations: texts } = useTexts();
  const groups = useDayGroups();
  const count = useChatStore((state) => state.conversations.length);
  const [drawn, setDrawn] = useState(DRAWN_AT_A_TIME);
  const shown = useMemo(() => firstMembers(groups, drawn), [groups, drawn]);
  return (
    <div className="-mx-1 min-h-0 flex-1 space-y-4 overflow-y-auto px-1 pt-1">
      {shown.map((group) => (
        <section key={group.key} aria-label={labelOf(group, texts)}>
          <h2 className="px-2 pb-1 text-xs font-semibold text-ink-faint">{labelOf(group, texts)}</h2>
          <ul className="space-y-0.5">
            {group.members.map((conversation) => (
              <ConversationRow key={conversation.id} conversation={conversation} onNavigate={onNavigate} />
            ))}
          </ul>
        </section>
      ))}
      {drawn < count && <ListEnd key={drawn} onNear={() => setDrawn(drawn + DRAWN_AT_A_TIME)} />}
    </div>
  );
}

function useDayGroups(): readonly DayGroup[] {
  const conversations = useChatStore((state) => state.conversations);
  const today = useDayStore((state) => state.today);
  return useMemo(() => groupByDay(conversations, today), [conversations, today]);
}

function labelOf(group: DayGroupKind, texts: Texts["conversations"]): string {
  switch (group.kind) {
    case "pinned":
      return texts.pinned;
    case "today":
      return texts.today;
    case "yesterday":
      return texts.yesterday;
    case "week":
      return texts.week;
    case "month": {
      const format = new Intl.DateTimeFormat(numberLanguage(), { month: "long", year: "numeric" });
      return format.format(new Date(group.year, group.month));
    }
    default:
      return group satisfies never;
  }
}

/** Stands behind what is drawn, and says when a reader comes near. */
function ListEnd({ onNear }: { readonly onNear: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  const whenNear = useRef(onNear);
  useEffect(() => {
    whenNear.current = onNear;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) whenNear.current();
      },
      { root: element.parentElement, rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={ref} className="h-px" />;
}
