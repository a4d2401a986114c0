// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Instalar como aplicación",
  updateIsHere: "Hay una versión nueva.",
  updateWaits: "La versión nueva llegará cuando termine lo que está en curso.",
  reload: "Recargar",
};
