// What the languages of blocks of code are called.

const NAMES: Readonly<Record<string, string>> = {
  bash: "Bash",
  c: "C",
  cpp: "C++",
  "c++": "C++",
  cs: "C#",
  csharp: "C#",
  "c#": "C#",
  css: "CSS",
  diff: "Diff",
  go: "Go",
  golang: "Go",
  html: "HTML",
  ini: "INI",
  java: "Java",
  javascript: "JavaScript",
  js: "JavaScript",
  json: "JSON",
  jsx: "JSX",
  kotlin: "Kotlin",
  markdown: "Markdown",
  md: "Markdown",
  php: "PHP",
  py: "Python",
  python: "Python",
  rb: "Ruby",
  ruby: "Ruby",
  rs: "Rust",
  rust: "Rust",
  sh: "Shell",
  shell: "Shell",
  sql: "SQL",
  toml: "TOML",
  ts: "TypeScript",
  tsx: "TSX",
  typescript: "TypeScript",
  xml: "XML",
  yaml: "YAML",
  yml: "YAML",
};

const MAX_LENGTH = 24;

/** The language of an info string such as "js title=a.js", or "" where it names none. */
export function languageOf(info: string): string {
  const [language = ""] = info.trim().split(/[\s{,:]/);
  return language.toLowerCase().slice(0, MAX_LENGTH);
}

export const nameOf = (language: string): string =>
  (Object.hasOwn(NAMES, language) && NAMES[language]) || language;
