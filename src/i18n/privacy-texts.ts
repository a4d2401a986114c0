// Texts about the lock and what may leave the device, fetched with the parts of the page that say them.
import type { privacy as english } from "./en/privacy";
import type { Language } from "./languages";
import { laterTexts } from "./later-texts";

export type PrivacyTexts = typeof english;

const texts = laterTexts<{ readonly privacy: PrivacyTexts }>({
  en: () => import("./en/privacy"),
  es: () => import("./es/privacy"),
  fr: () => import("./fr/privacy"),
  pt: () => import("./pt/privacy"),
  it: () => import("./it/privacy"),
  nl: () => import("./nl/privacy"),
  de: () => import("./de/privacy"),
  ar: () => import("./ar/privacy"),
  he: () => import("./he/privacy"),
});

export const loadPrivacyTexts = async (language: Language): Promise<PrivacyTexts> =>
  (await texts.load(language)).privacy;

/** Inside a Suspense. */
export const usePrivacyTexts = (): PrivacyTexts => texts.useTexts().privacy;
