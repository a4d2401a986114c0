// An answer in JSON: a line for each value, while it is written as well.
import { CodeBlock } from "../markdown/CodeBlock";
import { indentJson } from "./indent-json";

interface JsonAnswerProps {
  readonly text: string;
  readonly isStreaming: boolean;
}

export function JsonAnswer({ text, isStreaming }: JsonAnswerProps) {
  return <CodeBlock info="json" code={indentJson(text)} isEnded={!isStreaming} />;
}
