// Numbers as a reader wants them: sizes, speeds, times and shares, in the browser's own number format.

import { numberLanguage } from "../i18n/numbers";

const number = (value: number, digits: number): string =>
  value.toLocaleString(numberLanguage(), { minimumFractionDigits: digits, maximumFractionDigits: digits });

export function formatBytes(bytes: number): string {
  if (bytes >= 999_500_000) return `${number(bytes / 1e9, 2)} GB`;
  if (bytes >= 999_500) return `${number(bytes / 1e6, bytes < 99_950_000 ? 1 : 0)} MB`;
  return `${number(bytes > 0 ? Math.max(1, Math.round(bytes / 1e3)) : 0, 0)} kB`; // never 0 of something
}

export function formatSpeed(bytesPerSecond: number): string {
  return `${number(bytesPerSecond / 1e6, bytesPerSecond < 99.5e6 ? 1 : 0)} MB/s`;
}

export function formatCount(count: number): string {
  return number(count, 0);
}

export function formatSeconds(seconds: number): string {
  return `${number(seconds, seconds < 10 ? 1 : 0)} s`;
}

/** "40 s", "12 min", "1 h 5 min": a time to wait, rounded as one would say it. */
export function formatWait(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 90) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** Never "100 %" before the end, never "0 %" of something. */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0) return "0 %";
  const share = (100 * part) / whole;
  if (share > 0 && share < 1) return "< 1 %";
  return `${part < whole ? Math.min(99, Math.floor(share)) : Math.round(share)} %`;
}

export function formatTokensPerSecond(tokensPerSecond: number): string {
  return `${number(tokensPerSecond, tokensPerSecond < 9.95 ? 1 : 0)} tokens/s`;
}

/** A measured figure, with the digits that mean something. */
export function formatFigure(value: number): string {
  const size = Math.abs(value);
  if (size < 1) return value.toLocaleString(numberLanguage(), { maximumSignificantDigits: 2 });
  return number(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
