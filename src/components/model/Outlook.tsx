// What is to be expected of a model on this machine, in words; nothing until the machine was measured.
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { type Forecast, findMissingStorage, forecast } from "../../stores/forecast";
import { useMachineStore } from "../../stores/machine-store";
import { useModelStore } from "../../stores/model-store";

interface Line {
  readonly text: string;
  readonly isWarning: boolean;
}

export interface OutlookWords {
  readonly lines: readonly Line[];
  readonly isWarned: boolean;
}

/** `isNew` models need room in the browser's storage, too. */
export function useOutlook(byteLength: number, isNew: boolean): OutlookWords {
  const { models } = useTexts();
  const machine = useMachineStore((state) => state.machine);
  const storage = useModelStore((state) => state.storage);
  const lines: Line[] = [];
  if (machine.status === "measured") {
    const expected = forecast(machine.check, byteLength);
    lines.push(...say(expected, machine.check.roomBytes ?? 0, models.forecast));
  }
  const missing = isNew ? findMissingStorage(storage, byteLength) : 0;
  if (missing > 0) lines.push({ text: models.forecast.noStorage(missing), isWarning: true });
  return { lines, isWarned: lines.some(({ isWarning }) => isWarning) };
}

function say(expected: Forecast, roomBytes: number, texts: Texts["models"]["forecast"]): Line[] {
  const { tokensPerSecond, pace, pageSeconds, contextLength, isWholeContext, neededBytes } = expected;
  const speed = { text: texts.pace(tokensPerSecond, pace), isWarning: pace === "poor" };
  if (contextLength === 0) return [speed, { text: texts.noRoom(neededBytes, roomBytes), isWarning: true }];
  const parts = [texts.page(pageSeconds)];
  if (isWholeContext) parts.push(texts.wholeContext);
  else if (contextLength !== null) parts.push(texts.context(contextLength));
  return [speed, { text: parts.join(" "), isWarning: false }];
}

export function Outlook({ lines }: { readonly lines: readonly Line[] }) {
  return lines.map(({ text, isWarning }) => (
    <p key={text} className={`mt-0.5 text-sm ${isWarning ? "font-medium text-warn" : "text-ink-soft"}`}>
      {text}
    </p>
  ));
}
