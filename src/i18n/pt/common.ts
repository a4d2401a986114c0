// Words that any part of the page may need.
import type { Texts } from "../catalogue";

export const common: Texts["common"] = {
  cancel: "Cancelar",
  close: "Fechar",
  done: "Concluído",
  dismiss: "Dispensar",
  undo: "Desfazer",
  copied: "Copiado",
  copyRefused: "O navegador não permitiu copiar",
  notDrawn: "Não foi possível exibir a página",
  reloadPage: "Recarregar a página",
  isSafe: (error) => `Suas conversas estão guardadas e a salvo. (${error})`,
  slider: (label) => `${label}, controle deslizante`,
};
