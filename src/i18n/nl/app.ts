// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Als app installeren",
  updateIsHere: "Er is een nieuwe versie.",
  updateWaits: "De nieuwe versie komt zodra klaar is wat nu bezig is.",
  otherVersionAsks:
    "Een ander tabblad heeft een andere versie van deze app en kan het model dat hier draait niet gebruiken. Laad dit tabblad opnieuw voor de nieuwste versie.",
  reload: "Opnieuw laden",
};
