// The open document: beside the conversation where there is room, over it on small screens.
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useSyncExternalStore } from "react";
import { IconButton } from "../components/ui/Button";
import { DialogOverlay } from "../components/ui/DialogOverlay";
import { useModal } from "../components/ui/use-modal";
import { useTexts } from "../i18n/language-store";
import { ViewerContent } from "./ViewerContent";
import { type OpenViewer, useViewerStore } from "./viewer-store";

const wide = window.matchMedia("(min-width: 64rem)");
const onWidth = (listener: () => void): (() => void) => {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
};

export function Viewer() {
  const view = useViewerStore((state) => state.view);
  const isWide = useSyncExternalStore(onWidth, () => wide.matches);
  if (!view) return null;
  const Frame = isWide ? SidePanel : FullScreen;
  return (
    <Frame view={view}>
      <ViewerContent key={view.documentId} view={view} />
    </Frame>
  );
}

interface FrameProps {
  readonly view: OpenViewer;
  readonly children: ReactNode;
}

function SidePanel({ view, children }: FrameProps) {
  const titleId = useId();
  const close = useViewerStore((state) => state.close);
  const ref = useRef<HTMLElement>(null);
  useGivesFocusBack(ref);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <aside
      ref={ref}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      className="animate-appear flex w-[min(34rem,42vw)] shrink-0 flex-col border-s border-line bg-canvas"
    >
      <Title id={titleId} name={view.name} onClose={close} />
      {children}
    </aside>
  );
}

function FullScreen({ view, children }: FrameProps) {
  const titleId = useId();
  const close = useViewerStore((state) => state.close);
  const ref = useRef<HTMLDialogElement>(null);
  useModal(ref);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={close}
      className="animate-appear m-0 h-dvh max-h-none w-screen max-w-none flex-col bg-canvas p-0 text-ink open:flex"
    >
      <Title id={titleId} name={view.name} onClose={close} />
      {children}
      <DialogOverlay />
    </dialog>
  );
}

interface TitleProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

function Title({ id, name, onClose }: TitleProps) {
  const { viewer } = useTexts();
  return (
    <header className="flex shrink-0 items-center justify-between gap-3 border-b border-line py-2.5 ps-5 pe-3">
      <h2 id={id} dir="auto" className="min-w-0 truncate font-semibold">
        {name}
      </h2>
      <IconButton label={viewer.close} onClick={onClose}>
        <X size={20} aria-hidden />
      </IconButton>
    </header>
  );
}

/** To what had it before, when the panel closes with the focus inside. */
function useGivesFocusBack(ref: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    const panel = ref.current;
    return () => {
      const isInside = panel?.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside && before instanceof HTMLElement) before.focus();
    };
  }, [ref]);
}
