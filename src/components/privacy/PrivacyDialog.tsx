// What may leave this device and what the browser forbids, with the lock that forbids all of it.
import { Lock, LockOpen, ShieldAlert } from "lucide-react";
import { usePrivacyTexts } from "../../i18n/privacy-texts";
import { useLockStore } from "../../stores/lock-store";
import { useModelStore } from "../../stores/model-store";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Section } from "../ui/Section";

export function PrivacyDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = usePrivacyTexts();
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <div className="space-y-7">
        <LockCard />
        <Section title={texts.staysTitle}>
          <Points points={texts.stays} />
        </Section>
        <Section title={texts.leavesTitle}>
          <Points points={texts.leaves} />
        </Section>
        <p className="text-sm text-ink-soft">{texts.browserAsks}</p>
      </div>
    </Dialog>
  );
}

function Points({ points }: { readonly points: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1.5 ps-5 text-sm text-ink-soft">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

function LockCard() {
  const texts = usePrivacyTexts();
  const { status } = useLockStore((state) => state.lock);
  const hasModel = useModelStore(({ installed }) => installed.some((model) => model.status === "complete"));
  const isClosed = status === "closed";
  const isLoose = status === "loose";
  const Icon = isClosed ? Lock : isLoose ? ShieldAlert : LockOpen;
  const change = (isLocked: boolean): void => void useLockStore.getState().change(isLocked);
  const [title, sentence] = isClosed
    ? [texts.lockedLabel, texts.lockedHelp]
    : isLoose
      ? [texts.looseLabel, texts.looseHelp]
      : [
          texts.openLabel,
          status === "unavailable" ? texts.unavailable : hasModel ? texts.lockHelp : texts.modelFirst,
        ];
  return (
    <div className="space-y-3 rounded-2xl border border-line bg-raised p-4">
      <div role="status" className="flex gap-3">
        <Icon
          size={20}
          aria-hidden
          className={`mt-0.5 shrink-0 ${isClosed ? "text-accent" : isLoose ? "text-warn" : "text-ink-soft"}`}
        />
        <div className="min-w-0 space-y-1">
          <p className="font-medium">{title}</p>
          <p className="text-sm text-ink-soft">{sentence}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {isLoose && (
          <Button tone="primary" onClick={() => location.reload()}>
            {texts.reload}
          </Button>
        )}
        {isClosed || isLoose ? (
          <Button onClick={() => change(false)}>{texts.unlock}</Button>
        ) : (
          <Button tone="primary" disabled={status !== "open" || !hasModel} onClick={() => change(true)}>
            {texts.lock}
          </Button>
        )}
      </div>
    </div>
  );
}
