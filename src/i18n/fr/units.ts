// Numbers with their units. A number comes as text, in the reader's own format.
import type { Texts } from "../catalogue";

export const units: Texts["units"] = {
  gigabytes: (number) => `${number} Go`,
  megabytes: (number) => `${number} Mo`,
  kilobytes: (number) => `${number} ko`,
  megabytesPerSecond: (number) => `${number} Mo/s`,
  gigabytesPerSecond: (number) => `${number} Go/s`,
  tokensPerSecond: (number) => `${number} jetons/s`,
  milliseconds: (number) => `${number} ms`,
  seconds: (number) => `${number} s`,
  minutes: (number) => `${number} min`,
  hours: (number) => `${number} h`,
  hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes} min`,
  percent: (number) => `${number} %`,
  belowPercent: (number) => `< ${number} %`,
};
