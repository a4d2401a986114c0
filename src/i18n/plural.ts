// A text by number, in the categories that a language has (CLDR's, through Intl): English two, Arabic six.
import type { Language } from "./languages";

interface Categories {
  en: "one" | "other";
  nl: "one" | "other";
  de: "one" | "other";
  es: "one" | "many" | "other";
  fr: "one" | "many" | "other";
  pt: "one" | "many" | "other";
  it: "one" | "many" | "other";
  he: "one" | "two" | "other";
  ar: "zero" | "one" | "two" | "few" | "many" | "other";
}

/** "many" of the Romance languages is for millions ("1 000 000 de jetons"); without it, "other" is taken. */
export type Forms<L extends Language> = L extends "es" | "fr" | "pt" | "it"
  ? { readonly one: string; readonly many?: string; readonly other: string }
  : Readonly<Record<Categories[L], string>>;

/** Picks a language's form for a count; leaving one out that the language needs does not compile. */
export function pluralIn<L extends Language>(language: L): (count: number, forms: Forms<L>) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => {
    const byCategory = forms as Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { other: string };
    return byCategory[rules.select(count)] ?? byCategory.other;
  };
}
