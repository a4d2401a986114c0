// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Instalar como aplicación",
  updateIsHere: "Hay una versión nueva.",
  updateWaits: "La versión nueva llegará cuando termine lo que está en curso.",
  otherVersionAsks:
    "Otra pestaña tiene otra versión de esta aplicación y no puede usar el modelo que funciona aquí. Recarga esta para tener la versión más reciente.",
  reload: "Recargar",
};
