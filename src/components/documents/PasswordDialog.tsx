// Asks for the password of a file, and again when it was wrong. It is used once and kept nowhere.
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { useIntakeStore } from "../../stores/intake-store";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

interface PasswordDialogProps {
  readonly intakeId: string;
  readonly onClose: () => void;
}

export function PasswordDialog({ intakeId, onClose }: PasswordDialogProps) {
  const { password: texts } = useTexts().library;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState("");
  const state = useIntakeStore(({ intakes }) => intakes.find((intake) => intake.id === intakeId)?.state);
  const isOpening = state?.status === "opening";
  const isOver = !state || state.status === "failed";
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void useIntakeStore.getState().unlock(intakeId, password);
    setPassword("");
  };
  const footer = (
    <>
      <Button tone="quiet" onClick={onClose}>
        {texts.notNow}
      </Button>
      <Button type="submit" form={id} tone="primary" disabled={isOpening || password === ""}>
        {isOpening ? texts.opening : texts.open}
      </Button>
    </>
  );
  return (
    <Dialog title={texts.title} onClose={onClose} footer={footer}>
      <form id={id} onSubmit={submit} className="space-y-3">
        <p id={`${id}-why`} role="status" className="text-sm wrap-anywhere">
          {state?.status === "locked" ? state.message : texts.trying}
        </p>
        <label htmlFor={`${id}-password`} className="block text-sm font-medium">
          {texts.label}
        </label>
        <input
          ref={input}
          id={`${id}-password`}
          type="password"
          dir="ltr"
          autoComplete="off"
          aria-describedby={`${id}-why`}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          className="target w-full rounded-lg border border-line-strong bg-raised px-3 py-1.5 text-base"
        />
        <p className="text-xs text-ink-soft">{texts.isNotKept}</p>
      </form>
    </Dialog>
  );
}
