// Lays the figures of a bench out as text.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const figure = (value) =>
  value === null || value === undefined ? "" : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
const range = (values) => `${figure(Math.min(...values))}–${figure(Math.max(...values))}`;

/** Rows of cells, padded into columns; the first column to the left, the others to the right. */
function layOut(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  return rows.map((row) => `  ${row.map(pad).join("  ")}`.trimEnd()).join("\n");
}

/** What the peer did in place of one of our rows, and how many times as fast we are. */
function besidePeer(ours, peer) {
  if (!peer) return ["", "", ""];
  const theirs = median(peer.tokensPerSecond);
  return [figure(theirs), range(peer.tokensPerSecond), `${figure(ours / theirs)} x`];
}

function speedTable({ decode, prefill, reachDepth }, peer) {
  const rows = [
    ["", "tokens/s", "range", "", "of bandwidth", "encode ms", "fork ms", "wllama", "range", "times"],
  ];
  for (const { depth, tokensPerSecond: speed, ...rest } of decode) {
    rows.push([
      `decode at ${depth}`,
      figure(speed.median),
      range(speed.runs),
      `${figure(rest.gigabytesPerSecond)} GB/s`,
      rest.bandwidthShare === null ? "" : `${figure(100 * rest.bandwidthShare)} %`,
      figure(rest.encodeMsPerToken.median),
      figure(rest.forkMs.median),
      ...besidePeer(speed.median, depth === 0 ? peer?.decode : undefined),
    ]);
  }
  const lengths = [...new Set(prefill.map(({ length }) => length))]; // the peer read the same, in order
  for (const { depth, length, tokensPerSecond: speed, teraflopsPerSecond } of [...prefill, ...reachDepth]) {
    const theirs = depth === 0 && speed.runs.length > 1 ? peer?.prefill[lengths.indexOf(length)] : undefined;
    rows.push([
      `prefill ${length} at ${depth}`,
      figure(speed.median),
      range(speed.runs),
      `${figure(teraflopsPerSecond)} TFLOP/s`,
      "",
      "",
      "",
      ...besidePeer(speed.median, theirs),
    ]);
  }
  return layOut(peer ? rows : rows.map((row) => row.slice(0, 7)));
}

const nameForeseen = (foreseen) =>
  typeof foreseen === "number" ? `all but one in ${foreseen + 1}` : foreseen;

function lookupTable(lookup) {
  const rows = [["guessing ahead: foreseen", "without", "range", "with", "range", "times", "guesses right"]];
  for (const { depth, foreseen, without, with: guessing, timesAsFast, ...rest } of lookup) {
    rows.push([
      `${nameForeseen(foreseen)} at ${depth}`,
      figure(without.median),
      range(without.runs),
      figure(guessing.median),
      range(guessing.runs),
      `${timesAsFast.toFixed(3)} x`,
      `${rest.rightGuesses} of ${rest.triedGuesses}`,
    ]);
  }
  return layOut(rows);
}

function kernelTable({ tokenCount, kernels }) {
  const title = tokenCount === 1 ? "one token" : `a chunk of ${tokenCount}`;
  const rows = [[`kernels of ${title}`, "times", "µs each", "ms together", "GB/s", "TFLOP/s"]];
  for (const { kernel, matrices, count, microseconds, gigabytesPerSecond, teraflopsPerSecond } of kernels) {
    rows.push([
      `${kernel} ${matrices}`.trim(),
      String(count),
      figure(microseconds),
      figure((microseconds * count) / 1000),
      figure(gigabytesPerSecond),
      figure(teraflopsPerSecond),
    ]);
  }
  return layOut(rows);
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

export function describeBench({ jamba, peer }) {
  const { figures, gpu, model, loadMs, leftOut } = jamba;
  const facts = [
    ["GPU", [gpu.description, gpu.vendor, gpu.architecture].filter(Boolean).join(", ")],
    [
      "model",
      `${model.name}, ${megabytes(model.weightBytes)} on the GPU, ${megabytes(figures.bytesPerToken)} read a token`,
    ],
    ["plain read", `${figure(figures.readBandwidth?.median)} GB/s`],
    ["first token, prompt of 16", `${figure(figures.timeToFirstTokenMs?.median)} ms`],
    ["the same after a rest", `${figure(figures.restedFirstTokenMs?.median)} ms`],
    ["load", `${figure(median(loadMs) / 1000)} s${peer ? ` (wllama ${figure(peer.loadMs / 1000)} s)` : ""}`],
    ["dispatches a token", `${figures.dispatchesPerToken} in ${figures.submitsPerToken} submits`],
    ["memory beyond the weights, 8K", megabytes(figures.stateBytesAt8K)],
    ...(leftOut.length > 0
      ? [
          [
            "left out, context too short",
            leftOut.map(({ kind, tokens }) => `${kind} of ${tokens}`).join(", "),
          ],
        ]
      : []),
    ...(peer
      ? [["wllama", `${peer.version}, WebGPU ${peer.webGpu ? "on" : "off"}, ${peer.threads} threads`]]
      : []),
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    ...facts.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    "",
    speedTable(figures, peer),
    ...(figures.lookup.length > 0 ? ["", lookupTable(figures.lookup)] : []),
    ...figures.profile.flatMap((profile) => ["", kernelTable(profile)]),
  ].join("\n");
}
