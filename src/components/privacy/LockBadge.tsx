// Beside the model's name: whether anything can leave the device. Opens the panel that says more.
import { Lock, LockOpen, ShieldAlert } from "lucide-react";
import { useEffect } from "react";
import { type PrivacyTexts, usePrivacyTexts } from "../../i18n/privacy-texts";
import { type LockState, useLockStore } from "../../stores/lock-store";
import { usePanelStore } from "../../stores/panel-store";

interface Look {
  readonly Icon: typeof Lock;
  readonly text: string; // shown where there is room
  readonly label: string;
  readonly tone: string;
}

function lookOf(lock: LockState, texts: PrivacyTexts): Look | null {
  switch (lock.status) {
    case "checking":
      return null;
    case "closed": {
      const tone = "bg-accent-tint text-accent";
      return { Icon: Lock, text: texts.locked, label: texts.lockedLabel, tone };
    }
    case "loose": {
      const tone = "bg-warn-tint text-warn";
      return { Icon: ShieldAlert, text: texts.loose, label: texts.looseLabel, tone };
    }
    case "open":
    case "unavailable":
    case "changing":
      return { Icon: LockOpen, text: "", label: texts.openLabel, tone: "text-ink-soft hover:bg-tint" };
    default:
      return lock satisfies never;
  }
}

export function LockBadge() {
  const lock = useLockStore((state) => state.lock);
  const texts = usePrivacyTexts();
  useEffect(() => useLockStore.getState().start(), []);
  const look = lookOf(lock, texts);
  if (look === null) return null;
  const { Icon, text, label, tone } = look;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => usePanelStore.getState().open({ kind: "privacy" })}
      className={`target flex min-w-9 shrink-0 items-center justify-center gap-1.5 rounded-lg px-2.5 py-1 text-sm ${tone}`}
    >
      <Icon size={16} aria-hidden />
      {text !== "" && <span className="max-sm:sr-only">{text}</span>}
    </button>
  );
}
