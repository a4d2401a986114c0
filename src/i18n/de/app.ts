// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Als App installieren",
  updateIsHere: "Eine neue Version ist da.",
  updateWaits: "Die neue Version kommt, sobald fertig ist, was gerade läuft.",
  reload: "Neu laden",
};
