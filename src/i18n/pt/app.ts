// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Instalar como aplicativo",
  updateIsHere: "Há uma nova versão.",
  updateWaits: "A nova versão virá quando terminar o que está em andamento.",
  reload: "Recarregar",
};
