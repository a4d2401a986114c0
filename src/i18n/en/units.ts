// Numbers with their units. A number comes as text, in the reader's own format.

export const units = {
  gigabytes: (number: string) => `${number} GB`,
  megabytes: (number: string) => `${number} MB`,
  kilobytes: (number: string) => `${number} kB`,
  megabytesPerSecond: (number: string) => `${number} MB/s`,
  gigabytesPerSecond: (number: string) => `${number} GB/s`,
  tokensPerSecond: (number: string) => `${number} tokens/s`,
  milliseconds: (number: string) => `${number} ms`,
  seconds: (number: string) => `${number} s`,
  minutes: (number: string) => `${number} min`,
  hours: (number: string) => `${number} h`,
  hoursAndMinutes: (hours: string, minutes: string) => `${hours} h ${minutes} min`,
  percent: (number: string) => `${number} %`,
  belowPercent: (number: string) => `< ${number} %`,
};
