// The Settings dialog.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

const sections: Texts["settings"]["sections"] = {
  general: "Geral",
  answers: "Respostas",
  model: "Modelo",
  sampling: "Amostragem avançada",
};

const fields: Texts["settings"]["fields"] = {
  theme: {
    label: "Tema",
    help: "As cores da página.",
    choices: { system: "Sistema", light: "Claro", dark: "Escuro" },
  },
  language: {
    label: "Idioma",
    help: "Dos botões e mensagens. O modelo responde no idioma em que você escreve.",
    choices: { system: "Sistema" },
  },
  sendKey: {
    label: "Enviar com",
    help: "A outra combinação começa uma nova linha.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "Colar como documento a partir de",
    help: "Em caracteres: um texto colado mais longo vira um documento. Com 0, nunca.",
  },
  motion: {
    label: "Movimento",
    help: "Se os elementos da página podem se mover e esmaecer.",
    choices: { system: "Sistema", reduced: "Reduzido", full: "Completo" },
  },
  systemPrompt: {
    label: "Instruções",
    help: "Dadas ao modelo antes de cada conversa, como prompt do sistema.",
    placeholder: "Responda com frases curtas e simples.",
  },
  temperature: {
    label: "Temperatura",
    help: "Com quanta liberdade as palavras são escolhidas. Com 0, sempre a mais provável.",
  },
  maxTokens: { label: "Resposta mais longa", help: "Em tokens; a resposta é cortada aí." },
  usesLookup: {
    label: "Adivinhar adiante",
    help: "Onde uma resposta copia do que foi lido, várias palavras são adivinhadas e conferidas de uma vez. Mais rápido, e o texto é o mesmo.",
  },
  autoScroll: {
    label: "Acompanhar a resposta",
    help: "Mantém as últimas palavras à vista enquanto a página estiver no fim.",
  },
  showStatistics: {
    label: "Mostrar números",
    help: "Tokens, velocidade e tempo de espera abaixo de cada resposta.",
  },
  contextLength: {
    label: "Tamanho do contexto",
    help: "Tokens que a conversa e seus documentos podem ter juntos. Um contexto maior ocupa mais memória de GPU.",
    placeholder: "Automático",
  },
  isPrecise: {
    label: "Aritmética precisa",
    help: "Calcula tudo em ponto flutuante de 32 bits. Mais lento; as respostas quase nunca mudam.",
  },
  topP: {
    label: "Top-p",
    help: "Mantém as palavras mais prováveis que juntas atingem esta probabilidade. 1 desativa.",
  },
  topK: { label: "Top-k", help: "Mantém este número de palavras mais prováveis. 0 desativa." },
  minP: {
    label: "Min-p",
    help: "Descarta palavras menos prováveis que esta fração da mais provável. 0 desativa.",
  },
  repetitionPenalty: {
    label: "Penalidade de repetição",
    help: "Torna menos prováveis as palavras já usadas. 1 desativa.",
  },
  seed: {
    label: "Semente",
    help: "A mesma semente, as mesmas configurações e a mesma conversa dão a mesma resposta.",
    placeholder: "Aleatória",
  },
};

export const settings: Texts["settings"] = {
  title: "Configurações",
  sections,
  fields,
  modified: "Modificado",
  reset: (label) => `Redefinir ${label}`,
  resetAll: "Restaurar padrões",
  wereReset: "As configurações voltaram aos valores padrão.",
  noLanguage: "Não foi possível obter este idioma. Ao abrir a página de novo, haverá outra tentativa.",
  loadWithLength: "Carregar de novo com este tamanho",
  loadPrecise: "Carregar de novo com precisão total",
  loadFast: "Carregar de novo para mais velocidade",
  isLoadedPrecise: "O modelo carregado calcula em 32 bits.",
  contextHeld: (tokens, bytes) =>
    `No modelo carregado cabem ${formatCount(tokens)} tokens; todos juntos ocupam ${formatBytes(bytes)} de memória de GPU.`,
  contextHeldShort: (tokens, bytes, ownTokens) =>
    `No modelo carregado cabem ${formatCount(tokens)} tokens; todos juntos ocupam ${formatBytes(bytes)} de memória de GPU. Ele foi feito para ${formatCount(ownTokens)}, e a memória não permite mais.`,
  measure: "Medir este computador",
  privacyTitle: "Armazenamento e privacidade",
  privacy:
    "Conversas, documentos e modelos ficam neste navegador. Nada do que você escreve é enviado a lugar nenhum.",
};
