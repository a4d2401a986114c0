// Numbers with their units. A number comes as text, in the reader's own format.
import type { Texts } from "../catalogue";
import { leftToRight } from "../isolate";

export const units: Texts["units"] = {
  gigabytes: (number) => leftToRight(`${number} GB`),
  megabytes: (number) => leftToRight(`${number} MB`),
  kilobytes: (number) => leftToRight(`${number} kB`),
  megabytesPerSecond: (number) => leftToRight(`${number} MB/s`),
  gigabytesPerSecond: (number) => leftToRight(`${number} GB/s`),
  tokensPerSecond: (number) => `${number} טוקנים/שנ׳`,
  milliseconds: (number) => leftToRight(`${number} ms`),
  seconds: (number) => `${number} שנ׳`,
  minutes: (number) => `${number} דק׳`,
  hours: (number) => `${number} שע׳`,
  hoursAndMinutes: (hours, minutes) => `${hours} שע׳ ${minutes} דק׳`,
  percent: (number) => `${number}%`,
  belowPercent: (number) => `פחות מ־${number}%`,
};
