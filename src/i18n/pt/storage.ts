// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const storage: Texts["storage"] = {
  title: "Armazenamento",
  open: "Ver o que está armazenado",
  used: (bytes) => `${formatBytes(bytes)} em uso.`,
  usedOf: (bytes, quota) => `${formatBytes(bytes)} em uso de cerca de ${formatBytes(quota)} permitidos.`,
  promised: "O navegador prometeu mantê-lo.",
  unreadable:
    "Esta versão não consegue ler parte do que está salvo aqui. Isso fica como está e aparece em uma exportação JSON de todas as conversas.",
  mayRemove: "O navegador pode removê-lo se faltar espaço no disco.",
  askToKeep: "Pedir ao navegador que o mantenha",
  refusedToKeep:
    "O navegador não prometeu. Se a página for instalada como aplicativo ou usada com frequência, talvez prometa mais tarde.",
  partsOf: "O que ocupa espaço",

  models: "Modelos",
  reading: "Leituras lembradas",
  documents: "Documentos",
  chats: "Conversas",
  rest: "A própria página e o resto",

  none: "Ainda não há nenhum.",
  noReading:
    "Nada ainda. Depois de um texto longo, o modelo guarda o que leu e continua dali na próxima vez.",
  readingHelp: "Excluir uma não custa texto nenhum: ele é lido de novo quando for preciso.",
  state: ({ kind, tokenCount, byteLength, sharedBytes }) => {
    const parts = [
      kind === "document" ? "Documento" : "Conversa",
      `${formatCount(tokenCount)} tokens`,
      formatBytes(byteLength),
    ];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} compartilhados`);
    return parts.join(" · ");
  },
  document: (textBytes, stateBytes) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)} e ${formatBytes(stateBytes)} lembrados`
      : formatBytes(textBytes),
  delete: (name) => `Excluir ${name}`,
  forget: (name) => `Esquecer ${name}`,
  forgetAll: "Esquecer tudo",
  more: (count) => `mais ${formatCount(count)}`,
  openLibrary: "Abrir a biblioteca",
};
