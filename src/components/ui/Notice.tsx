// Something the reader must know, with what can be done about it.
import { CircleAlert, Info, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n/language-store";
import { IconButton } from "./Button";

interface NoticeProps {
  readonly tone: "danger" | "warn";
  readonly title: string;
  readonly children: ReactNode;
  /** What a program says of it, in English. */
  readonly detail?: string | undefined;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

const tones = {
  danger: { box: "bg-danger-tint border-danger/30", icon: "text-danger" },
  warn: { box: "bg-warn-tint border-warn/30", icon: "text-warn" },
};

export function Notice({ tone, title, children, detail, actions, onDismiss }: NoticeProps) {
  const { common } = useTexts();
  const Icon = tone === "danger" ? CircleAlert : Info;
  return (
    <div role="alert" className={`flex gap-3 rounded-xl border px-4 py-3 text-sm ${tones[tone].box}`}>
      <Icon size={18} aria-hidden className={`mt-0.5 shrink-0 ${tones[tone].icon}`} />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="font-semibold">{title}</p>
        <div dir="auto" className="wrap-anywhere">
          {children}
        </div>
        {detail !== undefined && (
          <p lang="en" dir="ltr" className="text-xs text-ink-soft wrap-anywhere">
            {detail}
          </p>
        )}
        {actions && <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
      </div>
      {onDismiss && (
        <IconButton label={common.dismiss} className="-my-1 -me-2 self-start" onClick={onDismiss}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
