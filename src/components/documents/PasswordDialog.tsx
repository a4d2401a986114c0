// Asks for the password of a file, and again when it was wrong. It is used once and kept nowhere.
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { useIntakeStore } from "../../stores/intake-store";
import { explainProblem } from "../../stores/problems";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

interface PasswordDialogProps {
  readonly intakeId: string;
  readonly onClose: () => void;
}

export function PasswordDialog({ intakeId, onClose }: PasswordDialogProps) {
  const texts = useTexts();
  const { password } = texts.library;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const state = useIntakeStore(({ intakes }) => intakes.find((intake) => intake.id === intakeId)?.state);
  const isOpening = state?.status === "opening";
  const isOver = !state || state.status === "failed";
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void useIntakeStore.getState().unlock(intakeId, typed);
    setTyped("");
  };
  const footer = (
    <>
      <Button tone="quiet" onClick={onClose}>
        {password.notNow}
      </Button>
      <Button type="submit" form={id} tone="primary" disabled={isOpening || typed === ""}>
        {isOpening ? password.opening : password.open}
      </Button>
    </>
  );
  return (
    <Dialog title={password.title} onClose={onClose} footer={footer}>
      <form id={id} onSubmit={submit} className="space-y-3">
        <p id={`${id}-why`} role="status" className="text-sm wrap-anywhere">
          {state?.status === "locked" ? explainProblem(state.problem, texts).sentence : password.trying}
        </p>
        <label htmlFor={`${id}-password`} className="block text-sm font-medium">
          {password.label}
        </label>
        <input
          ref={input}
          id={`${id}-password`}
          type="password"
          dir="ltr"
          autoComplete="off"
          aria-describedby={`${id}-why`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="target w-full rounded-lg border border-line-strong bg-raised px-3 py-1.5 text-base"
        />
        <p className="text-xs text-ink-soft">{password.isNotKept}</p>
      </form>
    </Dialog>
  );
}
