// Names and figures of another direction inside a sentence that runs from right to left: held together, whatever stands beside.

/** A name, in the direction of its own first letter. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** A figure with a Latin unit, an extension, an address: always from left to right. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;
