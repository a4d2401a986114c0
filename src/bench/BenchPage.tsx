// What this machine does with Jamba: a choice of sizes, a run, and its figures.
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Button } from "../components/ui/Button";
import { Notice } from "../components/ui/Notice";
import { ProgressBar } from "../components/ui/ProgressBar";
import { type BenchState, useBenchStore } from "../stores/bench-store";
import { explainProblem } from "../stores/problems";
import type { BenchChoice } from "./bench-options";
import { ReportView } from "./ReportView";
import { SizeChoice } from "./SizeChoice";

export function BenchPage({ choice }: { readonly choice: BenchChoice }) {
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
          Back to the chat
        </a>
        <h1 className="text-xl font-semibold">Measure this machine</h1>
        <p className="mt-1 text-sm text-ink-soft">
          Reads and writes text that means nothing, as fast as this machine can, and sends nothing anywhere.
          Close other tabs that use the GPU first.
        </p>
      </header>
      {model && gpu && (
        <p className="text-sm wrap-anywhere">
          {model.name} on {describeGpu(gpu)}
        </p>
      )}
      <SizeChoice offered={choice.offered} options={options} isDisabled={isRunning} onChange={setOptions} />
      {isRunning ? (
        <Button onClick={stop}>Stop</Button>
      ) : (
        <Button
          tone="primary"
          disabled={!model || options.depths.length === 0}
          onClick={() => void measure(options, choice.loads)}
        >
          Measure
        </Button>
      )}
      <Outcome bench={bench} />
    </main>
  );
}

function Outcome({ bench }: { readonly bench: BenchState }) {
  switch (bench.status) {
    case "opening":
    case "idle":
      return null;
    case "running":
      return (
        <div className="space-y-1.5">
          <p role="status" data-bench-progress className="text-sm text-ink-soft">
            {bench.text}…
          </p>
          <ProgressBar label="Measuring" value={bench.share} />
        </div>
      );
    case "done":
      return <ReportView report={bench.report} />;
    case "failed": {
      const { title, sentence } = explainProblem(bench.problem);
      return (
        <Notice tone="danger" title={title}>
          {sentence}
        </Notice>
      );
    }
    default:
      return bench satisfies never;
  }
}

function describeGpu(gpu: {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
}) {
  const names = [gpu.description, gpu.vendor, gpu.architecture].filter(Boolean);
  return names[0] === gpu.description && gpu.description
    ? gpu.description
    : names.join(" ") || "an unnamed GPU";
}
