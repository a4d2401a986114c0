// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("pt");

export const composer: Texts["composer"] = {
  form: "Escrever ao modelo",
  message: "Mensagem",
  placeholder: "Pergunte ou cole um documento",
  attach: "Anexar documento",
  send: "Enviar",
  queue: "Colocar esta mensagem na fila",
  stop: "Parar",
  answeringElsewhere: "Respondendo em outra conversa…",
  gettingReady: "O modelo está se preparando…",
  openingDocument: "Abrindo um documento…",
  draftTokens: (count) =>
    plural(count, {
      one: `${formatCount(count)} token`,
      many: `${formatCount(count)} de tokens`,
      other: `${formatCount(count)} tokens`,
    }),
  pasted: (beginning) => `Texto colado: ${beginning}`,
  noPictures: "Não é possível ler imagens: o modelo só entende texto.",
  documentGone: (name) => `“${name}” foi excluído da biblioteca e não está mais anexado.`,

  queued: "Mensagens na fila",
  queuedNext: "Enviada quando a resposta terminar",
  queuedForModel: "Enviada quando o modelo estiver pronto",
  queuedWithoutModel: "Não enviada: nenhum modelo está em execução. Enviada quando houver um",
  beingSent: "Enviando…",
  held: {
    stopped: "Não enviada: a resposta anterior foi interrompida",
    failed: "Não enviada: a resposta anterior falhou",
    reloaded: "Não enviada: a página foi fechada nesse meio-tempo",
    refused: "Não foi possível enviar",
  },
  queuedDocuments: (count) =>
    plural(count, { one: `${formatCount(count)} documento`, other: `${formatCount(count)} documentos` }),
  sendQueued: "Enviar agora",
  interruptWithQueued: "Interromper a resposta e enviar agora",
  editQueued: "Editar",
  removeQueued: "Remover",

  window: "O que ocupa a janela",
  windowUsed: (used, all) => `Janela: ${formatShare(used, all)} em uso`,
  windowFigures: (used, all) => `${formatCount(used)} de ${formatCount(all)} tokens`,
  shares: { instructions: "Instruções", messages: "Mensagens", draft: "Esta mensagem" },
  free: "Livre",
  lastTurn: "Última resposta",
  lastTurnFigures: (read, remembered, written) =>
    `${formatCount(read)} lidos · ${formatCount(remembered)} lembrados · ${formatCount(written)} escritos`,
  nearlyFull: (used, all) =>
    `${formatShare(used, all)} da janela está em uso: uma resposta longa pode ser cortada.`,
  nearlyFullAdvice: "Comece uma nova conversa para outros assuntos ou envie menos de um documento.",
  tooLongWithDocuments: (excess, used, all) =>
    `Longo demais em ${formatCount(excess)} tokens: esta conversa tem ${formatCount(used)} com seus documentos, e na janela cabem ${formatCount(all)}. Escolha uma parte de um documento ou um contexto maior nas configurações.`,
  tooLong: (excess, used, all) =>
    `Longo demais em ${formatCount(excess)} tokens: esta conversa tem ${formatCount(used)}, e na janela cabem ${formatCount(all)}. Encurte a mensagem, comece uma nova conversa ou escolha um contexto maior nas configurações.`,
  nothingIsCut: "Nada é enviado nem cortado.",
  offers: {
    choosePart: (name) => `Usar parte de “${name}”`,
    removeDocument: (name) => `Remover “${name}”`,
    newChatWithDocuments: "Nova conversa com os mesmos documentos",
    newChat: "Nova conversa",
    longerContext: "Abrir as configurações",
  },

  selection: "Palavras selecionadas",
  quote: "Citar",
  whereDoesItSay: "Onde está escrito isto?",
  notInDocuments: (count) =>
    count === 1 ? "Não encontrado no documento." : "Não encontrado nos documentos.",
};
