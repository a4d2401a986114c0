// A file on its way to being a document: how far it is opened, the password it waits for, or why it cannot be attached.
import { X } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import { type Intake, type IntakeState, useIntakeStore } from "../../stores/intake-store";
import { usePanelStore } from "../../stores/panel-store";
import { explainProblem } from "../../stores/problems";
import { IconButton } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { ProgressBar } from "../ui/ProgressBar";
import { ChipAction, ChipFrame } from "./ChipFrame";

export function IntakeChip({ intake: { id, file, state } }: { readonly intake: Intake }) {
  const { chips } = useTexts();
  const openPanel = usePanelStore((store) => store.open);
  const { dismiss } = useIntakeStore.getState();
  if (state.status === "failed") {
    const { title, sentence } = explainProblem(state.problem);
    return (
      <Notice tone="danger" title={title} onDismiss={() => dismiss(id)}>
        {sentence}
      </Notice>
    );
  }
  return (
    <ChipFrame
      name={file.name}
      detail={<Progress name={file.name} state={state} />}
      actions={
        <>
          {state.status === "locked" && (
            <ChipAction onClick={() => openPanel({ kind: "password", intakeId: id })}>
              {chips.enterPassword}
            </ChipAction>
          )}
          <IconButton
            label={state.status === "locked" ? chips.remove(file.name) : chips.cancel(file.name)}
            onClick={() => dismiss(id)}
          >
            <X size={16} aria-hidden />
          </IconButton>
        </>
      }
    />
  );
}

interface ProgressProps {
  readonly name: string;
  readonly state: Exclude<IntakeState, { readonly status: "failed" }>;
}

function Progress({ name, state }: ProgressProps) {
  const { chips } = useTexts();
  if (state.status === "locked") return chips.locked;
  const { pagesRead, pageCount, phase } = state.progress;
  const isCounting = phase === "parsing" && pageCount !== null && pageCount > 1;
  return (
    <span className="block min-w-36 space-y-1 pb-0.5">
      <span className="block">
        {phase === "waiting"
          ? chips.waiting
          : isCounting
            ? chips.openingPage(pagesRead, pageCount)
            : chips.opening}
      </span>
      <ProgressBar label={chips.openingFile(name)} value={isCounting ? pagesRead / pageCount : null} />
    </span>
  );
}
