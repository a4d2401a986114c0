// The figures of one run as tables, and the whole report to copy.
import type {
  BenchReport,
  DecodeFigures,
  KernelTime,
  PrefillFigures,
  Spread,
} from "../../workers/inference/api";
import { scrollable } from "../components/chat/scrollable";
import { CopyButton } from "../components/ui/CopyButton";
import { Notice } from "../components/ui/Notice";
import type { Texts } from "../i18n/catalogue";
import { useTexts } from "../i18n/language-store";
import type { LeftOut, MachineReport } from "../stores/bench-store";
import { formatBytes, formatCount, formatFigure, formatSeconds } from "../stores/format";
import { type Column, FigureTable } from "./FigureTable";

type Words = Texts["bench"];

const range = ({ min, max }: Spread): string => `${formatFigure(min)}–${formatFigure(max)}`;
const figure = (value: number | null): string => (value === null ? "" : formatFigure(value));

const decodeColumns = ({ columns, columnUnits }: Words): readonly Column<DecodeFigures>[] => [
  { title: columns.after, unit: columnUnits.tokens, cell: ({ depth }) => formatCount(depth) },
  {
    title: columns.speed,
    unit: columnUnits.tokensPerSecond,
    cell: ({ tokensPerSecond }) => figure(tokensPerSecond.median),
  },
  {
    title: columns.range,
    unit: columnUnits.tokensPerSecond,
    cell: ({ tokensPerSecond }) => range(tokensPerSecond),
  },
  {
    title: columns.weightsRead,
    unit: columnUnits.gigabytesPerSecond,
    cell: ({ gigabytesPerSecond }) => figure(gigabytesPerSecond),
  },
  {
    title: columns.ofBandwidth,
    unit: columnUnits.percent,
    cell: ({ bandwidthShare }) => figure(bandwidthShare === null ? null : 100 * bandwidthShare),
  },
  {
    title: columns.encoding,
    unit: columnUnits.millisecondsPerToken,
    cell: ({ encodeMsPerToken }) => figure(encodeMsPerToken.median),
  },
];

const prefillColumns = ({ columns, columnUnits }: Words): readonly Column<PrefillFigures>[] => [
  { title: columns.prompt, unit: columnUnits.tokens, cell: ({ length }) => formatCount(length) },
  { title: columns.after, unit: columnUnits.tokens, cell: ({ depth }) => formatCount(depth) },
  {
    title: columns.speed,
    unit: columnUnits.tokensPerSecond,
    cell: ({ tokensPerSecond }) => figure(tokensPerSecond.median),
  },
  {
    title: columns.range,
    unit: columnUnits.tokensPerSecond,
    cell: ({ tokensPerSecond }) => range(tokensPerSecond),
  },
  {
    title: columns.arithmetic,
    unit: columnUnits.teraflops,
    cell: ({ teraflopsPerSecond }) => figure(teraflopsPerSecond),
  },
];

type Lookup = BenchReport["lookup"][number];

const lookupColumns = ({ columns, columnUnits, foreseen }: Words): readonly Column<Lookup>[] => [
  { title: columns.inContext, cell: (row) => foreseen(row.foreseen) },
  { title: columns.after, unit: columnUnits.tokens, cell: ({ depth }) => formatCount(depth) },
  {
    title: columns.without,
    unit: columnUnits.tokensPerSecond,
    cell: ({ without }) => figure(without.median),
  },
  { title: columns.guessing, unit: columnUnits.tokensPerSecond, cell: (row) => figure(row.with.median) },
  { title: columns.timesAsFast, cell: ({ timesAsFast }) => figure(timesAsFast) },
  {
    title: columns.rightGuesses,
    cell: ({ rightGuesses, triedGuesses }) => `${formatCount(rightGuesses)}/${formatCount(triedGuesses)}`,
  },
];

const kernelColumns = ({ columns, columnUnits }: Words): readonly Column<KernelTime>[] => [
  {
    title: columns.kernel,
    cell: ({ kernel, matrices }) => (
      <>
        {kernel} <span className="font-normal text-ink-soft">{matrices}</span>
      </>
    ),
  },
  { title: columns.times, cell: ({ count }) => formatCount(count) },
  { title: columns.each, unit: columnUnits.microseconds, cell: ({ microseconds }) => figure(microseconds) },
  {
    title: columns.together,
    unit: columnUnits.milliseconds,
    cell: ({ microseconds, count }) => figure((microseconds * count) / 1000),
  },
  {
    title: columns.weights,
    unit: columnUnits.gigabytesPerSecond,
    cell: ({ gigabytesPerSecond }) => figure(gigabytesPerSecond),
  },
  {
    title: columns.arithmetic,
    unit: columnUnits.teraflops,
    cell: ({ teraflopsPerSecond }) => figure(teraflopsPerSecond),
  },
];

export function ReportView({ report }: { readonly report: MachineReport }) {
  const { bench } = useTexts();
  const { figures, leftOut } = report;
  const json = JSON.stringify(report, null, 1);
  return (
    <div className="space-y-5">
      <div className="flex items-center justify-between">
        <h2 className="text-lg font-semibold">{bench.figures}</h2>
        <CopyButton label={bench.copyReport} text={json} />
      </div>
      {figures.outcome === "stopped" && (
        <Notice tone="warn" title={bench.stopped}>
          {bench.upToThen}
        </Notice>
      )}
      {leftOut.length > 0 && (
        <Notice tone="warn" title={bench.leftOut}>
          {bench.noRoom(report.model.contextLength, leftOut.map((size) => nameSize(size, bench)).join(", "))}
        </Notice>
      )}
      {figures.decode.length > 0 && (
        <FigureTable
          caption={bench.writing}
          columns={decodeColumns(bench)}
          rows={figures.decode}
          keyOf={({ depth }) => `${depth}`}
        />
      )}
      {figures.prefill.length > 0 && (
        <FigureTable
          caption={bench.reading}
          columns={prefillColumns(bench)}
          rows={[...figures.prefill, ...figures.reachDepth]}
          keyOf={({ depth, length, tokensPerSecond }) => `${depth} ${length} ${tokensPerSecond.runs.length}`}
        />
      )}
      {figures.lookup.length > 0 && (
        <FigureTable
          caption={bench.guessingAhead}
          columns={lookupColumns(bench)}
          rows={figures.lookup}
          keyOf={({ depth, foreseen }) => `${depth} ${foreseen}`}
        />
      )}
      <Facts report={report} />
      {figures.profile.map(({ tokenCount, kernels }) => (
        <FigureTable
          key={tokenCount}
          caption={tokenCount === 1 ? bench.kernelsOfToken : bench.kernelsOfChunk(tokenCount)}
          columns={kernelColumns(bench)}
          rows={kernels}
          keyOf={({ kernel, matrices, microseconds }) => `${kernel} ${matrices} ${microseconds}`}
        />
      ))}
      <details className="rounded-xl border border-line bg-raised px-3">
        <summary className="target flex items-center text-sm font-medium">{bench.wholeReport}</summary>
        <pre data-bench-report {...scrollable} className="overflow-x-auto py-2 text-xs" dir="ltr">
          {json}
        </pre>
      </details>
    </div>
  );
}

const nameSize = ({ kind, tokens }: LeftOut, { promptOf, depthOf }: Words): string =>
  kind === "prompt" ? promptOf(tokens) : depthOf(tokens);

function Facts({ report: { model, figures, loadMs, gpu } }: { readonly report: MachineReport }) {
  const { bench } = useTexts();
  const { timeToFirstTokenMs, restedFirstTokenMs, readBandwidth, dispatchesPerToken, submitsPerToken } =
    figures;
  const facts: readonly (readonly [string, string | null])[] = [
    [bench.firstToken, timeToFirstTokenMs && bench.milliseconds(timeToFirstTokenMs.median)],
    [bench.restedFirstToken, restedFirstTokenMs && bench.milliseconds(restedFirstTokenMs.median)],
    [bench.loadTime, loadMs.map((ms) => formatSeconds(ms / 1000)).join(", ")],
    [bench.bandwidth, readBandwidth && bench.gigabytesPerSecond(readBandwidth.median)],
    [
      bench.commands,
      dispatchesPerToken === null ? null : bench.commandsIn(dispatchesPerToken, submitsPerToken ?? 0),
    ],
    [bench.weightsMemory, formatBytes(model.weightBytes)],
    [bench.stateMemory, formatBytes(figures.stateBytesAt8K)],
    [bench.gpu, [gpu.description, gpu.vendor, gpu.architecture].filter(Boolean).join(", ")],
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
