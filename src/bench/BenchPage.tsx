// What this machine does with Jamba: a choice of sizes, a run, and its figures.
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Button } from "../components/ui/Button";
import { Notice } from "../components/ui/Notice";
import { ProgressBar } from "../components/ui/ProgressBar";
import { useTexts } from "../i18n/language-store";
import { type BenchState, useBenchStore } from "../stores/bench-store";
import { explainProblem } from "../stores/problems";
import type { BenchChoice } from "./bench-options";
import { ReportView } from "./ReportView";
import { SizeChoice } from "./SizeChoice";

export function BenchPage({ choice }: { readonly choice: BenchChoice }) {
  const texts = useTexts().bench;
  const bench = useBenchStore((state) => state.bench);
  const model = useBenchStore((state) => state.model);
  const gpu = useBenchStore((state) => state.gpu);
  const measure = useBenchStore((state) => state.measure);
  const stop = useBenchStore((state) => state.stop);
  const [options, setOptions] = useState(choice.chosen);
  const isRunning = bench.status === "running";
  return (
    <main data-bench-status={bench.status} className="mx-auto max-w-3xl space-y-6 px-4 py-6 sm:px-6">
      <header>
        <a href="./" className="target inline-flex items-center gap-1.5 text-sm text-accent">
          <ArrowLeft size={16} aria-hidden className="rtl:rotate-180" />
          {texts.back}
        </a>
        <h1 className="text-xl font-semibold">{texts.title}</h1>
        <p className="mt-1 text-sm text-ink-soft">{texts.intro}</p>
      </header>
      {model && gpu && (
        <p className="text-sm wrap-anywhere">{texts.modelOn(model.name, nameGpu(gpu) ?? texts.unnamedGpu)}</p>
      )}
      <SizeChoice offered={choice.offered} options={options} isDisabled={isRunning} onChange={setOptions} />
      {isRunning ? (
        <Button onClick={stop}>{texts.stop}</Button>
      ) : (
        <Button
          tone="primary"
          disabled={!model || options.depths.length === 0}
          onClick={() => void measure(options, choice.loads)}
        >
          {texts.measure}
        </Button>
      )}
      <Outcome bench={bench} />
    </main>
  );
}

function Outcome({ bench }: { readonly bench: BenchState }) {
  const texts = useTexts();
  switch (bench.status) {
    case "opening":
    case "idle":
      return null;
    case "running":
      return (
        <div className="space-y-1.5">
          <p role="status" data-bench-progress className="text-sm text-ink-soft">
            {bench.text}
          </p>
          <ProgressBar label={texts.bench.measuring} value={bench.share} />
        </div>
      );
    case "done":
      return <ReportView report={bench.report} />;
    case "failed": {
      const { title, sentence, detail } = explainProblem(bench.problem, texts);
      return (
        <Notice tone="danger" title={title} detail={detail}>
          {sentence}
        </Notice>
      );
    }
    default:
      return bench satisfies never;
  }
}

/** As the driver names it; null when it doesn't. */
function nameGpu(gpu: {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
}): string | null {
  return gpu.description || [gpu.vendor, gpu.architecture].filter(Boolean).join(" ") || null;
}
