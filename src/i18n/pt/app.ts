// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Instalar como aplicativo",
  updateIsHere: "Há uma nova versão.",
  updateWaits: "A nova versão virá quando terminar o que está em andamento.",
  otherVersionAsks:
    "Outra aba tem outra versão deste aplicativo e não pode usar o modelo que funciona aqui. Recarregue esta para ter a versão mais recente.",
  reload: "Recarregar",
};
