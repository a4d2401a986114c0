// Text as it is given to the browser to draw. It shapes the marks on one letter in a time that grows with their square, half a
// minute for a hundred thousand, in which the page stands still.

/** On one letter: more than any script writes, and what Unicode's Stream-Safe Text Format (UAX 15) holds to. */
export const MAX_MARKS = 30;

const TOO_MANY = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, "gu");

/** Without the marks beyond those; what is stored, copied and sent keeps them. */
export const drawable = (text: string): string => text.replace(TOO_MANY, "$1");
