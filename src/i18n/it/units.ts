// Numbers with their units. A number comes as text, in the reader's own format.
import type { Texts } from "../catalogue";

export const units: Texts["units"] = {
  gigabytes: (number) => `${number} GB`,
  megabytes: (number) => `${number} MB`,
  kilobytes: (number) => `${number} kB`,
  megabytesPerSecond: (number) => `${number} MB/s`,
  gigabytesPerSecond: (number) => `${number} GB/s`,
  tokensPerSecond: (number) => `${number} token/s`,
  milliseconds: (number) => `${number} ms`,
  seconds: (number) => `${number} s`,
  minutes: (number) => `${number} min`,
  hours: (number) => `${number} h`,
  hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes} min`,
  percent: (number) => `${number}%`,
  belowPercent: (number) => `< ${number}%`,
};
