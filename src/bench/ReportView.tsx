// The figures of one run as tables, and the whole report to copy.
import type { DecodeFigures, KernelTime, PrefillFigures, Spread } from "../../workers/inference/api";
import { scrollable } from "../components/chat/scrollable";
import { CopyButton } from "../components/ui/CopyButton";
import { Notice } from "../components/ui/Notice";
import type { MachineReport } from "../stores/bench-store";
import { formatBytes, formatCount, formatFigure, formatSeconds } from "../stores/format";
import { type Column, FigureTable } from "./FigureTable";

const range = ({ min, max }: Spread): string => `${formatFigure(min)}–${formatFigure(max)}`;
const figure = (value: number | null): string => (value === null ? "" : formatFigure(value));

const decodeColumns: readonly Column<DecodeFigures>[] = [
  { title: "After", unit: "tokens", cell: ({ depth }) => formatCount(depth) },
  { title: "Speed", unit: "tokens/s", cell: ({ tokensPerSecond }) => figure(tokensPerSecond.median) },
  { title: "Range", unit: "tokens/s", cell: ({ tokensPerSecond }) => range(tokensPerSecond) },
  { title: "Weights read", unit: "GB/s", cell: ({ gigabytesPerSecond }) => figure(gigabytesPerSecond) },
  {
    title: "Of bandwidth",
    unit: "%",
    cell: ({ bandwidthShare }) => figure(bandwidthShare === null ? null : 100 * bandwidthShare),
  },
  { title: "Encoding", unit: "ms a token", cell: ({ encodeMsPerToken }) => figure(encodeMsPerToken.median) },
];

const prefillColumns: readonly Column<PrefillFigures>[] = [
  { title: "Prompt", unit: "tokens", cell: ({ length }) => formatCount(length) },
  { title: "After", unit: "tokens", cell: ({ depth }) => formatCount(depth) },
  { title: "Speed", unit: "tokens/s", cell: ({ tokensPerSecond }) => figure(tokensPerSecond.median) },
  { title: "Range", unit: "tokens/s", cell: ({ tokensPerSecond }) => range(tokensPerSecond) },
  { title: "Arithmetic", unit: "TFLOP/s", cell: ({ teraflopsPerSecond }) => figure(teraflopsPerSecond) },
];

const kernelColumns: readonly Column<KernelTime>[] = [
  {
    title: "Kernel",
    cell: ({ kernel, matrices }) => (
      <>
        {kernel} <span className="font-normal text-ink-soft">{matrices}</span>
      </>
    ),
  },
  { title: "Times", cell: ({ count }) => formatCount(count) },
  { title: "Each", unit: "µs", cell: ({ microseconds }) => figure(microseconds) },
  { title: "Together", unit: "ms", cell: ({ microseconds, count }) => figure((microseconds * count) / 1000) },
  { title: "Weights", unit: "GB/s", cell: ({ gigabytesPerSecond }) => figure(gigabytesPerSecond) },
  { title: "Arithmetic", unit: "TFLOP/s", cell: ({ teraflopsPerSecond }) => figure(teraflopsPerSecond) },
];

export function ReportView({ report }: { readonly report: MachineReport }) {
  const { figures, leftOut } = report;
  const json = JSON.stringify(report, null, 1);
  return (
    <div className="space-y-5">
      <div className="flex items-center justify-between">
        <h2 className="text-lg font-semibold">Figures</h2>
        <CopyButton label="Copy report" text={json} />
      </div>
      {figures.outcome === "stopped" && (
        <Notice tone="warn" title="Stopped">
          These are the figures up to then.
        </Notice>
      )}
      {leftOut.length > 0 && (
        <Notice tone="warn" title="Left out">
          The model&apos;s context of {formatCount(report.model.contextLength)} tokens has no room for:{" "}
          {leftOut.join(", ")}.
        </Notice>
      )}
      {figures.decode.length > 0 && (
        <FigureTable
          caption="Writing"
          columns={decodeColumns}
          rows={figures.decode}
          keyOf={({ depth }) => `${depth}`}
        />
      )}
      {figures.prefill.length > 0 && (
        <FigureTable
          caption="Reading"
          columns={prefillColumns}
          rows={[...figures.prefill, ...figures.reachDepth]}
          keyOf={({ depth, length, tokensPerSecond }) => `${depth} ${length} ${tokensPerSecond.runs.length}`}
        />
      )}
      <Facts report={report} />
      {figures.profile.map(({ tokenCount, kernels }) => (
        <FigureTable
          key={tokenCount}
          caption={
            tokenCount === 1 ? "Kernels of one token" : `Kernels of a chunk of ${formatCount(tokenCount)}`
          }
          columns={kernelColumns}
          rows={kernels}
          keyOf={({ kernel, matrices, microseconds }) => `${kernel} ${matrices} ${microseconds}`}
        />
      ))}
      <details className="rounded-xl border border-line bg-raised px-3">
        <summary className="target flex items-center text-sm font-medium">The whole report</summary>
        <pre data-bench-report {...scrollable} className="overflow-x-auto py-2 text-xs" dir="ltr">
          {json}
        </pre>
      </details>
    </div>
  );
}

function Facts({ report: { model, figures, loadMs, gpu } }: { readonly report: MachineReport }) {
  const { timeToFirstTokenMs, readBandwidth, dispatchesPerToken, submitsPerToken, stateBytesAt8K } = figures;
  const facts: readonly (readonly [string, string | null])[] = [
    [
      "First token after a prompt of 16",
      timeToFirstTokenMs && `${formatFigure(timeToFirstTokenMs.median)} ms`,
    ],
    ["Loading, from storage to ready", loadMs.map((ms) => formatSeconds(ms / 1000)).join(", ")],
    ["Memory's bandwidth, a plain read", readBandwidth && `${formatFigure(readBandwidth.median)} GB/s`],
    [
      "Commands for one token",
      dispatchesPerToken === null ? null : `${dispatchesPerToken} in ${submitsPerToken} submits`,
    ],
    ["GPU memory of the weights", formatBytes(model.weightBytes)],
    ["GPU memory beyond, at 8,192 tokens", formatBytes(stateBytesAt8K)],
    ["GPU", [gpu.description, gpu.vendor, gpu.architecture].filter(Boolean).join(", ")],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="pb-1 tabular-nums wrap-anywhere sm:pb-0">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
