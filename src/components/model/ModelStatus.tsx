// Above the composer: what keeps the model from answering, with how far it is or what to do.
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { formatShare } from "../../stores/format";
import { type ModelState, useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { describeRetry } from "../../stores/retry-words";
import { useSavingStore } from "../../stores/saving";
import { Button } from "../ui/Button";
import { ProgressBar } from "../ui/ProgressBar";
import { ProblemNotice } from "./ProblemNotice";

export function ModelStatus() {
  const model = useModelStore((state) => state.model);
  const storageProblem = useSavingStore((state) => state.problem);
  const isQuiet = model.status === "ready" || model.status === "starting";
  if (isQuiet && storageProblem === null) return null;
  return (
    <div className="fade-above relative mx-auto w-full max-w-3xl shrink-0 space-y-3 px-3 pt-1 pb-3 sm:px-6">
      {storageProblem && <ProblemNotice problem={storageProblem} />}
      <State model={model} />
    </div>
  );
}

function State({ model }: { readonly model: ModelState }) {
  const { models } = useTexts();
  const openPanel = usePanelStore((state) => state.open);
  switch (model.status) {
    case "starting": // it may be here yet
    case "ready":
      return null;
    case "absent":
      return (
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-ink-soft">
          <span>{models.state.notLoaded}</span>
          <Button onClick={() => openPanel({ kind: "models" })}>{models.state.choose}</Button>
        </div>
      );
    case "downloading":
    case "loading":
      return <Waiting model={model} />;
    case "failed":
      return <ProblemNotice problem={model.problem} />;
    default:
      return model satisfies never;
  }
}

type WaitingState = Extract<ModelState, { status: "downloading" | "loading" }>;

function Waiting({ model }: { readonly model: WaitingState }) {
  const texts = useTexts();
  const { text, value } = describeWait(model, texts);
  return (
    <div className="space-y-1.5 px-1">
      <p className="text-sm text-ink-soft tabular-nums">{text}</p>
      <ProgressBar label={texts.models.state.preparing(model.name)} value={value} />
    </div>
  );
}

interface Wait {
  readonly text: string;
  readonly value: number | null;
}

function describeWait({ name, progress }: WaitingState, texts: Texts): Wait {
  const { state } = texts.models;
  const share = (text: string, part: number, whole: number): Wait => ({
    text: state.withShare(text, formatShare(part, whole)),
    value: part / whole,
  });
  switch (progress.phase) {
    case "connecting":
      return { text: state.fetching(name), value: null };
    case "downloading":
      return share(state.fetching(name), progress.receivedBytes, progress.totalBytes);
    case "retrying":
      return {
        text: describeRetry(progress, texts),
        value: progress.totalBytes === 0 ? null : progress.receivedBytes / progress.totalBytes,
      };
    case "verifying":
      return share(state.checking(name), progress.verifiedBytes, progress.totalBytes);
    case "opening":
      return { text: state.opening(name), value: null };
    case "repairing":
      return share(state.repairing(name), progress.loadedBytes, progress.totalBytes);
    case "weights":
      return share(state.loadingName(name), progress.loadedBytes, progress.totalBytes);
    case "compiling":
      return { text: state.compiling(name), value: null };
    default:
      return progress satisfies never;
  }
}
