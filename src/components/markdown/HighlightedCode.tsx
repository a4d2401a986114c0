// Code in colours once it has ended, plain until then. Blocks wait for each other and for a quiet moment: a long chat opens at once.
import { createElement, type ReactNode, useEffect, useState } from "react";
import type { Highlighted } from "./highlighter";

interface HighlightedCodeProps {
  readonly language: string;
  readonly code: string;
  readonly isEnded: boolean;
}

/** Longer code would hold up the page. */
const MAX_LENGTH = 40_000;
const IDLE_TIMEOUT_MS = 500;

export function HighlightedCode({ language, code, isEnded }: HighlightedCodeProps) {
  const [done, setDone] = useState<{ readonly code: string; readonly nodes: Highlighted } | null>(null);
  const isWanted = isEnded && language !== "" && code.length <= MAX_LENGTH;
  useEffect(() => {
    if (!isWanted) return;
    const leaving = new AbortController();
    highlightSoon(language, code, leaving.signal).then(
      (nodes) => {
        if (nodes && !leaving.signal.aborted) setDone({ code, nodes });
      },
      () => {}, // not fetched: the code is as good without colours
    );
    return () => leaving.abort();
  }, [language, code, isWanted]);
  if (!isWanted || done?.code !== code) return code;
  return done.nodes.map(toElement);
}

let queue: Promise<unknown> = Promise.resolve();

function highlightSoon(language: string, code: string, signal: AbortSignal): Promise<Highlighted | null> {
  const highlighted = queue.then(async () => {
    if (signal.aborted) return null;
    const { highlight } = await import("./highlighter");
    await quiet();
    return signal.aborted ? null : highlight(language, code);
  });
  queue = highlighted.catch(() => {});
  return highlighted;
}

const quiet = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(resolve, { timeout: IDLE_TIMEOUT_MS });
    else setTimeout(resolve, 0);
  });

function toElement(node: Highlighted[number], key: number): ReactNode {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return null;
  const names = node.properties.className;
  const className = Array.isArray(names)
    ? names.filter((name) => /^[\w-]+$/.test(String(name))).join(" ")
    : "";
  return createElement("span", { key, className }, ...node.children.map(toElement));
}
