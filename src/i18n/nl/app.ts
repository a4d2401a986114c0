// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Als app installeren",
  updateIsHere: "Er is een nieuwe versie.",
  updateWaits: "De nieuwe versie komt zodra klaar is wat nu bezig is.",
  reload: "Opnieuw laden",
};
