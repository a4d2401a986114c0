// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("pt");

export const chat: Texts["chat"] = {
  conversation: "Conversa",
  toLatest: "Ir para o fim",
  you: "Você",
  documents: "Documentos",

  reading: "Lendo…",
  readingShare: (share) => `Lendo… ${share}`,
  readingShareAndWait: (share, wait) => `Lendo… ${share} · faltam cerca de ${wait}`,
  readingPrompt: "Lendo o prompt",
  waitingForTab: "Aguardando a resposta da outra aba…",
  restoring: "Carregando o modelo novamente; depois a resposta continua…",

  messageActions: "Ações da mensagem",
  answerActions: "Ações da resposta",
  copyAnswer: "Copiar resposta",
  copyMessage: "Copiar mensagem",
  regenerate: "Gerar novamente",
  continueAnswer: "Continuar",
  getAnswer: "Obter resposta",
  editMessage: "Editar mensagem",
  editAnswer: "Editar resposta",
  more: "Mais",
  branchOff: "Ramificar em nova conversa",
  deleteMessage: "Excluir com tudo o que vem depois",
  branchTitle: (title) => `${title} (ramificação)`,
  branchedOff: "Esta é uma nova conversa com tudo até aquela mensagem.",
  back: "Voltar",
  messagesDeleted: (count) =>
    count === 1 ? "Mensagem excluída." : `${formatCount(count)} mensagens excluídas.`,

  versions: "Versões",
  previousVersion: "Versão anterior",
  nextVersion: "Próxima versão",
  versionOf: (number, count) => `Versão ${formatCount(number)} de ${formatCount(count)}`,

  questionText: "Texto da mensagem",
  answerText: "Texto da resposta",
  editorKeepsQuestion: "A mensagem e suas respostas são mantidas como versão anterior.",
  editorKeepsAnswer: "A resposta é mantida como versão anterior. O modelo lê o seu texto como se fosse dele.",
  send: "Enviar",
  save: "Salvar",

  edited: "Editada",
  stopped: "Parada",
  cutAtLimit: "Cortada no tamanho máximo de resposta definido nas configurações",
  cutAtWindow: "Cortada: a janela do modelo está cheia. Comece uma nova conversa para continuar",
  interrupted: "Interrompida",
  failed: "Falhou",
  tokenCount: (count) =>
    plural(count, {
      one: `${formatCount(count)} token`,
      many: `${formatCount(count)} de tokens`,
      other: `${formatCount(count)} tokens`,
    }),
  firstToken: (time) => `primeiro token: ${time}`,
  readOf: (read, total) => `lidos ${formatCount(read)} de ${formatCount(total)}`,
  readOfReused: (read, total) =>
    `lidos ${formatCount(read)} de ${formatCount(total)} (${formatCount(total - read)} reutilizados)`,
  guessed: (right, tried) => `adivinhados ${formatCount(right)} de ${formatCount(tried)}`,

  status: "Status",
  statusReading: "Lendo",
  statusGenerating: "Gerando",
  statusModelReady: "O modelo está pronto",
  statusModelLoading: "Carregando o modelo",
  statusDownload: (percent) => `Download em ${formatCount(percent)}%`,
  statusAnswerReady: (words) =>
    plural(words, {
      one: `Resposta pronta, ${formatCount(words)} palavra`,
      other: `Resposta pronta, ${formatCount(words)} palavras`,
    }),
  statusAnswerFailed: "A resposta falhou",

  welcome: "Boas-vindas",
  welcomeTitle: "Pergunte sobre o que você lê",
  welcomeText:
    "O Jamba funciona dentro desta aba, na sua própria GPU. Cole um documento e pergunte: o que você escreve nunca sai deste computador, e tudo funciona sem rede.",
  exampleProject: "Quem lidera o projeto Heron?",
  exampleProjectHint: "com uma página de notas do projeto",
  examplePump: "Quanto custa a bomba Calder?",
  examplePumpHint: "com um pequeno catálogo",
  exampleAbilities: "O que você sabe fazer?",
  exampleAbilitiesHint: "sem documento",
  tinyModel: (name, size) =>
    `Você está testando o modelo minúsculo que vem com o aplicativo. Para trabalhar de verdade, baixe o ${name} (${size}).`,
  getModel: (name) => `Obter ${name}`,
};
