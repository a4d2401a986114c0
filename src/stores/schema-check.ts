// Whether a text is a JSON schema that answers can keep to; the worker, which would hold them to it, decides.
import { currentTexts } from "../i18n/language-store";
import { engine } from "../inference";

/** A beginning for a schema of one's own. */
export const EXAMPLE_SCHEMA = JSON.stringify(
  {
    type: "object",
    properties: { answer: { type: "string" }, isCertain: { type: "boolean" } },
    required: ["answer", "isCertain"],
  },
  null,
  2,
);

/** What is wrong with it, or null. */
export async function findSchemaProblem(text: string): Promise<string | null> {
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    return currentTexts().structured.notJson(error instanceof Error ? error.message : String(error));
  }
  try {
    await engine.checkFormat({ kind: "json", schema });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
