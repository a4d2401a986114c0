// Numbers with their units. A number comes as text, in the reader's own format.
import type { Texts } from "../catalogue";

export const units: Texts["units"] = {
  gigabytes: (number) => `${number}\u00a0GB`,
  megabytes: (number) => `${number}\u00a0MB`,
  kilobytes: (number) => `${number}\u00a0kB`,
  megabytesPerSecond: (number) => `${number}\u00a0MB/s`,
  gigabytesPerSecond: (number) => `${number}\u00a0GB/s`,
  tokensPerSecond: (number) => `${number}\u00a0tokens/s`,
  milliseconds: (number) => `${number}\u00a0ms`,
  seconds: (number) => `${number}\u00a0s`,
  minutes: (number) => `${number}\u00a0min`,
  hours: (number) => `${number}\u00a0u`,
  hoursAndMinutes: (hours, minutes) => `${hours}\u00a0u ${minutes}\u00a0min`,
  percent: (number) => `${number}%`,
  belowPercent: (number) => `<\u00a0${number}%`,
};
