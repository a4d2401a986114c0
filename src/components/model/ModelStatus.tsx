// Above the composer: what keeps the model from answering, with how far it is or what to do.
import { useChatStore } from "../../stores/chat-store";
import { formatShare } from "../../stores/format";
import { type ModelState, useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { Button } from "../ui/Button";
import { ProgressBar } from "../ui/ProgressBar";
import { ProblemNotice } from "./ProblemNotice";

export function ModelStatus() {
  const model = useModelStore((state) => state.model);
  const storageProblem = useChatStore((state) => state.storageProblem);
  const isQuiet = model.status === "ready" && storageProblem === null;
  if (isQuiet) return null;
  return (
    <div className="mx-auto w-full max-w-3xl shrink-0 space-y-3 px-3 pb-3 sm:px-6">
      {storageProblem && <ProblemNotice problem={storageProblem} />}
      <State model={model} />
    </div>
  );
}

function State({ model }: { readonly model: ModelState }) {
  const openPanel = usePanelStore((state) => state.open);
  switch (model.status) {
    case "ready":
      return null;
    case "absent":
      return (
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-ink-soft">
          <span>No model is loaded yet.</span>
          <Button onClick={() => openPanel({ kind: "models" })}>Choose a model</Button>
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
  const { text, value } = describeWait(model);
  return (
    <div className="space-y-1.5 px-1">
      <p className="text-sm text-ink-soft tabular-nums">{text}</p>
      <ProgressBar label={`Preparing ${model.name}`} value={value} />
    </div>
  );
}

function describeWait({ name, progress }: WaitingState): {
  readonly text: string;
  readonly value: number | null;
} {
  switch (progress.phase) {
    case "connecting":
      return { text: `Fetching ${name}…`, value: null };
    case "downloading":
      return share(`Fetching ${name}…`, progress.receivedBytes, progress.totalBytes);
    case "retrying":
      return { text: `${progress.reason} Trying again in ${progress.retryInSeconds} s.`, value: null };
    case "verifying":
      return share(`Checking ${name}…`, progress.verifiedBytes, progress.totalBytes);
    case "opening":
      return { text: `Opening ${name}…`, value: null };
    case "repairing":
      return share(`Fetching damaged parts of ${name} again…`, progress.loadedBytes, progress.totalBytes);
    case "weights":
      return share(`Loading ${name}…`, progress.loadedBytes, progress.totalBytes);
    case "compiling":
      return { text: `Preparing the GPU for ${name}…`, value: null };
    default:
      return progress satisfies never;
  }
}

function share(text: string, part: number, whole: number) {
  return { text: `${text} ${formatShare(part, whole)}`, value: part / whole };
}
