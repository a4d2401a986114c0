// Today's date as a model reads it: "Sunday, 2026-03-01, 14:05, time zone Europe/Berlin (UTC+01:00)".

const two = (value: number): string => String(value).padStart(2, "0");

/** `timeZone`: for tests; otherwise the device's own. */
export function describeDate(now: Date, timeZone?: string): string {
  const format = new Intl.DateTimeFormat("en", {
    ...(timeZone === undefined ? {} : { timeZone }),
    calendar: "gregory",
    numberingSystem: "latn",
    weekday: "long",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  const date = `${part("year")}-${two(Number(part("month")))}-${two(Number(part("day")))}`;
  const time = `${two(Number(part("hour")))}:${two(Number(part("minute")))}`;
  const offset = part("timeZoneName").replace("GMT", "UTC");
  return `${part("weekday")}, ${date}, ${time}, time zone ${format.resolvedOptions().timeZone} (${offset})`;
}
