// The languages of the interface. What users and documents write has its own direction, whatever is chosen here.

export const languages = ["en", "es", "fr", "pt", "it", "nl", "de", "ar", "he"] as const;
export type Language = (typeof languages)[number];

const rightToLeft: ReadonlySet<Language> = new Set(["ar", "he"]);

export const directionOf = (language: Language): "ltr" | "rtl" => (rightToLeft.has(language) ? "rtl" : "ltr");

/** What each calls itself, as a list of languages shows them. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  es: "Español",
  fr: "Français",
  pt: "Português",
  it: "Italiano",
  nl: "Nederlands",
  de: "Deutsch",
  ar: "العربية",
  he: "עברית",
};

export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);

/** The first of the wanted ones (BCP 47 tags, the most wanted first) that is spoken, else English. */
export function matchLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split("-")[0];
    const known = primary === "iw" ? "he" : primary; // the tag that Hebrew had until 1989, and has in Java to this day
    if (isLanguage(known)) return known;
  }
  return "en";
}
