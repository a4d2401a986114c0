// Texts that only fetched parts of the page say: apart from the catalogues, so that the first visit does not wait for them. A
// language without them does not compile.
import { use } from "react";
import { useLanguageStore } from "./language-store";
import type { Language } from "./languages";

export function laterTexts<Texts>(loaders: Readonly<Record<Language, () => Promise<Texts>>>) {
  const loaded = new Map<Language, Promise<Texts>>();
  function load(language: Language): Promise<Texts> {
    const known = loaded.get(language);
    if (known) return known;
    const loading = loaders[language]();
    loaded.set(language, loading);
    loading.catch(() => loaded.delete(language)); // the network was away: the next one tries again
    return loading;
  }
  return {
    load,
    /** In a component, inside a Suspense. */
    useTexts: (): Texts => use(load(useLanguageStore(({ language }) => language))),
  };
}
