// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Installer l’application",
  updateIsHere: "Une nouvelle version est disponible.",
  updateWaits: "La nouvelle version viendra quand ce qui est en cours sera terminé.",
  otherVersionAsks:
    "Un autre onglet a une autre version de cette application et ne peut pas utiliser le modèle qui fonctionne ici. Rechargez celui-ci pour obtenir la version la plus récente.",
  reload: "Recharger",
};
