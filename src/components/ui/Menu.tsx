// A button with a menu of actions, on the platform's own popover: it lies above everything, closes on Esc and on a click beside
// it, and gives focus back. The arrow keys go through it.
import { Ellipsis } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type ToggleEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { IconButton } from "./Button";

export interface MenuItem {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onSelect: () => void;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly className?: string;
}

const GAP = 4;

export function Menu({ label, items, className = "" }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useCloseOnScroll(list, isOpen);
  const onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState !== "open") return;
    flushSync(() => setIsOpen(true)); // a list of menus draws the items of the open one alone
    if (button.current && list.current) place(list.current, button.current);
  };
  const onToggle = (event: ToggleEvent): void => {
    if (event.newState === "closed") setIsOpen(false);
    else list.current?.querySelector("button")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault(); // nothing else may end by this key
      list.current?.hidePopover();
    } else if (moveFocus(list.current, event.key)) event.preventDefault();
  };
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        aria-haspopup="menu"
        popoverTarget={id}
        className={`${isOpen ? "bg-tint" : ""} ${className}`}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
        className="m-0 min-w-48 rounded-xl border border-line-strong bg-raised p-1 text-ink shadow-card"
      >
        {isOpen &&
          items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              disabled={item.isDisabled}
              onClick={() => {
                list.current?.hidePopover();
                item.onSelect();
              }}
              className={`target flex w-full items-center gap-2.5 rounded-lg px-2.5 text-start text-sm hover:bg-tint focus-visible:-outline-offset-2 disabled:opacity-50 ${item.isDanger ? "text-danger" : ""}`}
            >
              {item.icon}
              {item.label}
            </button>
          ))}
      </div>
    </>
  );
}

/** Beside the button, towards the middle of the window: there is room, whatever the size of either. */
function place(list: HTMLElement, button: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const isLow = box.bottom > window.innerHeight / 2;
  const isRight = box.left + box.right > window.innerWidth;
  Object.assign(list.style, {
    top: isLow ? "auto" : `${box.bottom + GAP}px`,
    bottom: isLow ? `${window.innerHeight - box.top + GAP}px` : "auto",
    left: isRight ? "auto" : `${box.left}px`,
    right: isRight ? `${document.documentElement.clientWidth - box.right}px` : "auto",
  });
}

function moveFocus(list: HTMLElement | null, key: string): boolean {
  const items = [...(list?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const places: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at <= 0 ? items.length : at) - 1,
    Home: 0,
    End: items.length - 1,
  };
  const wanted = places[key];
  if (wanted === undefined) return false;
  items[wanted]?.focus();
  return true;
}

/** Its button moves away, it does not. */
function useCloseOnScroll(list: React.RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const listening = new AbortController();
    const close = (): void => list.current?.hidePopover();
    for (const name of ["wheel", "touchmove", "resize"])
      window.addEventListener(name, close, { signal: listening.signal, passive: true });
    return () => listening.abort();
  }, [list, isOpen]);
}
