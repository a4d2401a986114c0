// Asks the model to quote. It stands after the question, so that a document's tokens, and what is saved of reading them, are the
// same with it and without.

export const QUOTE_INSTRUCTION =
  "Where the answer rests on the document, quote the exact words it rests on, in quotation marks and in the document's language.";

/**
 * Smaller models follow only what they were trained on. The bundled one (9.6 M parameters) quotes no more for being asked, and
 * gets held-out questions wrong that it answers without: "How many … in room C31?" with this sentence behind it, for one.
 */
const MIN_PARAMETERS = 1_000_000_000;

export function askToQuote(question: string, parameterCount: number): string {
  return parameterCount < MIN_PARAMETERS || question === ""
    ? question
    : `${question}\n\n${QUOTE_INSTRUCTION}`;
}
