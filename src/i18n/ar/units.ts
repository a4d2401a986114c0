// Numbers with their units. A number comes as text, in the reader's own format.
import type { Texts } from "../catalogue";

/** Readers of Arabic have one set of digits or the other, each with its own sign. */
const percentSign = (number: string): string => (/[٠-٩]/.test(number) ? "٪" : "%");

export const units: Texts["units"] = {
  gigabytes: (number) => `${number} غيغابايت`,
  megabytes: (number) => `${number} ميغابايت`,
  kilobytes: (number) => `${number} كيلوبايت`,
  megabytesPerSecond: (number) => `${number} ميغابايت/ث`,
  gigabytesPerSecond: (number) => `${number} غيغابايت/ث`,
  tokensPerSecond: (number) => `${number} رمز/ث`,
  milliseconds: (number) => `${number} م.ث`,
  seconds: (number) => `${number} ث`,
  minutes: (number) => `${number} د`,
  hours: (number) => `${number} س`,
  hoursAndMinutes: (hours, minutes) => `${hours} س ${minutes} د`,
  percent: (number) => `${number}${percentSign(number)}`,
  belowPercent: (number) => `أقل من ${number}${percentSign(number)}`,
};
