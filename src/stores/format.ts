// Numbers as a reader wants them: sizes, speeds, times and shares, in the number format and the units of the chosen language.
import { currentUnits, numberLanguage } from "../i18n/numbers";

const number = (value: number, digits: number): string =>
  value.toLocaleString(numberLanguage(), { minimumFractionDigits: digits, maximumFractionDigits: digits });

export function formatBytes(bytes: number): string {
  const units = currentUnits();
  if (bytes >= 999_500_000) return units.gigabytes(number(bytes / 1e9, 2));
  if (bytes >= 999_500) return units.megabytes(number(bytes / 1e6, bytes < 99_950_000 ? 1 : 0));
  return units.kilobytes(number(bytes > 0 ? Math.max(1, Math.round(bytes / 1e3)) : 0, 0)); // never 0 of something
}

export function formatSpeed(bytesPerSecond: number): string {
  return currentUnits().megabytesPerSecond(number(bytesPerSecond / 1e6, bytesPerSecond < 99.5e6 ? 1 : 0));
}

export function formatCount(count: number): string {
  return number(count, 0);
}

export function formatSeconds(seconds: number): string {
  return currentUnits().seconds(number(seconds, seconds < 10 ? 1 : 0));
}

/** "40 s", "12 min", "1 h 5 min": a time to wait, rounded as one would say it. */
export function formatWait(seconds: number): string {
  const units = currentUnits();
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 90) return units.seconds(number(whole, 0));
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return units.minutes(number(minutes, 0));
  const hours = number(Math.floor(minutes / 60), 0);
  const rest = minutes % 60;
  return rest === 0 ? units.hours(hours) : units.hoursAndMinutes(hours, number(rest, 0));
}

/** Never "100 %" before the end, never "0 %" of something. */
export function formatShare(part: number, whole: number): string {
  const units = currentUnits();
  if (whole <= 0) return units.percent(number(0, 0));
  const share = (100 * part) / whole;
  if (share > 0 && share < 1) return units.belowPercent(number(1, 0));
  return units.percent(number(part < whole ? Math.min(99, Math.floor(share)) : Math.round(share), 0));
}

export function formatTokensPerSecond(tokensPerSecond: number): string {
  return currentUnits().tokensPerSecond(number(tokensPerSecond, tokensPerSecond < 9.95 ? 1 : 0));
}

/** Two digits of an estimate: more would be false. */
export function formatAbout(value: number): string {
  return value.toLocaleString(numberLanguage(), { maximumSignificantDigits: 2 });
}

/** A measured figure, with the digits that mean something. */
export function formatFigure(value: number): string {
  const size = Math.abs(value);
  if (size < 1) return value.toLocaleString(numberLanguage(), { maximumSignificantDigits: 2 });
  return number(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
