// Texts about the lock and what may leave the device: apart from the catalogues, so that the first visit does not wait for them.
import { use } from "react";
import type { privacy as english } from "./en/privacy";
import { useLanguageStore } from "./language-store";
import type { Language } from "./languages";

export type PrivacyTexts = typeof english;

const loaders: Readonly<Record<Language, () => Promise<{ readonly privacy: PrivacyTexts }>>> = {
  en: () => import("./en/privacy"),
  es: () => import("./es/privacy"),
  fr: () => import("./fr/privacy"),
  pt: () => import("./pt/privacy"),
  it: () => import("./it/privacy"),
  nl: () => import("./nl/privacy"),
  de: () => import("./de/privacy"),
  ar: () => import("./ar/privacy"),
  he: () => import("./he/privacy"),
};

const loaded = new Map<Language, Promise<PrivacyTexts>>();

export function loadPrivacyTexts(language: Language): Promise<PrivacyTexts> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = loaders[language]().then(({ privacy }) => privacy);
  loaded.set(language, loading);
  loading.catch(() => loaded.delete(language)); // the network was away: the next one tries again
  return loading;
}

/** Inside a Suspense. */
export const usePrivacyTexts = (): PrivacyTexts =>
  use(loadPrivacyTexts(useLanguageStore(({ language }) => language)));
