// Highlights code, as a tree of spans. Fetched when the first block of code in a known language has ended.
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import markdown from "highlight.js/lib/languages/markdown";
import php from "highlight.js/lib/languages/php";
import python from "highlight.js/lib/languages/python";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";

const grammars = {
  ...{
    bash,
    c,
    cpp,
    csharp,
    css,
    diff,
    go,
    ini,
    java,
    javascript,
    json,
    kotlin,
    markdown,
    php,
    python,
    ruby,
    rust,
  },
  ...{ sql, typescript, xml, yaml },
};

const lowlight = createLowlight(grammars);
lowlight.registerAlias({
  bash: ["shell", "console", "shell-session"],
  css: ["scss", "less"],
  json: ["jsonl", "json5"],
  sql: ["postgresql", "mysql", "sqlite"],
  xml: ["vue", "svelte"],
});

export type Highlighted = ReturnType<typeof lowlight.highlight>["children"];

/** null for a language that is not known here: code in the wrong colours reads worse than without. */
export function highlight(language: string, code: string): Highlighted | null {
  return lowlight.registered(language) ? lowlight.highlight(language, code).children : null;
}
