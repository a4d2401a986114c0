// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Als App installieren",
  updateIsHere: "Eine neue Version ist da.",
  updateWaits: "Die neue Version kommt, sobald fertig ist, was gerade läuft.",
  otherVersionAsks:
    "Ein anderer Tab hat eine andere Version dieser App und kann das Modell, das hier läuft, nicht nutzen. Laden Sie diesen neu, um die neueste Version zu bekommen.",
  reload: "Neu laden",
};
