// Words that any part of the page may need.
import type { Texts } from "../catalogue";

export const common: Texts["common"] = {
  cancel: "Cancelar",
  close: "Cerrar",
  done: "Listo",
  dismiss: "Descartar",
  undo: "Deshacer",
  copied: "Copiado",
  copyRefused: "El navegador no permitió copiar",
  notDrawn: "No se pudo mostrar la página",
  reloadPage: "Recargar la página",
  isSafe: (error) => `Tus conversaciones están guardadas y a salvo. (${error})`,
  slider: (label) => `${label}, control deslizante`,
};
