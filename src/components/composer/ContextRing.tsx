// How full the model's window is, as a ring; pressed, what fills it.
import {
  type CSSProperties,
  type RefObject,
  type ToggleEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useTexts } from "../../i18n/language-store";
import type { ContextLevel } from "../../stores/context-use";
import { useDraftSizeStore } from "../../stores/draft-size";
import { IconButton } from "../ui/Button";
import { ContextBreakdown } from "./ContextBreakdown";

const GAP = 8;

const colours: Record<ContextLevel, string> = {
  normal: "text-accent",
  "nearly-full": "text-warn",
  full: "text-danger",
};

export function ContextRing() {
  const { composer } = useTexts();
  const use = useDraftSizeStore((state) => state.use);
  const button = useRef<HTMLSpanElement>(null);
  const { place, onBeforeToggle } = usePlaceAbove(button);
  const id = useId();
  if (!use) return null;
  const { promptTokens, contextLength, level } = use;
  return (
    <>
      <span ref={button} className="shrink-0">
        <IconButton label={composer.windowUsed(promptTokens, contextLength)} isRound popoverTarget={id}>
          <Ring share={Math.min(1, promptTokens / contextLength)} level={level} />
        </IconButton>
      </span>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={composer.window}
        style={place}
        onBeforeToggle={onBeforeToggle}
        className="fixed inset-auto m-0 w-[min(22rem,calc(100vw-1.5rem))] overflow-y-auto rounded-2xl border border-line bg-raised p-4 text-ink shadow-card"
      >
        <ContextBreakdown use={use} />
      </div>
    </>
  );
}

/** A popover lies over the page and knows nothing of the button that opened it, nor of a phone that is turned meanwhile. */
function usePlaceAbove(button: RefObject<HTMLElement | null>) {
  const [place, setPlace] = useState<CSSProperties>({});
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const measure = (): void => {
      if (button.current) setPlace(placeAbove(button.current));
    };
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [button, isOpen]);
  const onBeforeToggle = ({ newState }: ToggleEvent): void => {
    setIsOpen(newState === "open");
    if (newState === "open" && button.current) setPlace(placeAbove(button.current));
  };
  return { place, onBeforeToggle };
}

function placeAbove(button: HTMLElement): CSSProperties {
  const { top, left, right } = button.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(button).direction === "rtl";
  const toEdge = isRightToLeft ? left : window.innerWidth - right;
  const width = Math.min(352, window.innerWidth - 24);
  const insetInlineEnd = Math.max(12, Math.min(toEdge, window.innerWidth - width - 12));
  return { bottom: window.innerHeight - top + GAP, insetInlineEnd, maxHeight: top - 2 * GAP };
}

function Ring({ share, level }: { readonly share: number; readonly level: ContextLevel }) {
  const circle = { cx: 10, cy: 10, r: 7.5, fill: "none", strokeWidth: 3, pathLength: 100 } as const;
  return (
    <svg viewBox="0 0 20 20" width={20} height={20} aria-hidden="true" className={colours[level]}>
      <circle {...circle} className="stroke-line-strong/40" />
      <circle
        {...circle}
        stroke="currentColor"
        strokeLinecap="butt"
        strokeDasharray={`${share > 0 ? Math.max(2, 100 * share) : 0} 100`}
        transform="rotate(-90 10 10)"
      />
    </svg>
  );
}
