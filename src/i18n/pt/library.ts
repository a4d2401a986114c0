// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("pt");

const tokens = (count: number): string =>
  plural(count, {
    one: `${formatCount(count)} token`,
    many: `${formatCount(count)} de tokens`,
    other: `${formatCount(count)} tokens`,
  });

const choosing: Texts["library"]["choosing"] = {
  measuring: "Medindo o documento",
  useThisPart: "Usar esta parte",
  nothingChosen: "Nada foi escolhido",
  fits: (count, room) => `${formatCount(count)} de ${tokens(room)}`,
  tooLongBy: (excess) => `Longo demais em ${tokens(excess)}`,
  allFits: (count, room) =>
    `Todos os ${formatCount(count)} tokens cabem: há espaço para ${formatCount(room)} além do resto desta conversa e de uma resposta.`,
  doesNotFitAll: (count, room) =>
    `Tem ${formatCount(count)} tokens, ${formatCount(count - room)} a mais do que cabem: há espaço para ${formatCount(room)} além do resto desta conversa e de uma resposta. O que fica de fora não é lido.`,
  part: "Parte do documento",
  whole: "O documento inteiro",
  doesNotFit: "Não cabe",
  firstThatFit: "As primeiras páginas que cabem",
  notEvenALine: "Não cabe nem uma linha",
  beginning: "O começo, até onde couber",
  firstPages: (count, all) =>
    count === 1 ? "A primeira página" : `As primeiras ${formatCount(count)} de ${formatCount(all)} páginas`,
  tokens,
  range: "Um intervalo de páginas",
  rangeOf: (pageCount) => `de ${formatCount(pageCount)}`,
  fromPage: "Da página",
  toPage: "Até a página",
  rangeIsEmpty: "A última página vem antes da primeira.",
};

const passages: Texts["library"]["passages"] = {
  about: "Trechos sobre uma pergunta",
  aboutHelp: "encontrados por suas palavras, para você conferir",
  list: "Trechos",
  question: "Pergunta ou palavras",
  find: "Localizar",
  onlyTicked: "Só são enviados os trechos que você deixar marcados.",
  searching: "Pesquisando…",
  failed: "A pesquisa não funcionou. Tente novamente ou escolha páginas.",
  none: "Nenhum trecho contém estas palavras. Tente outras.",
  ticked: (count, all) =>
    plural(all, {
      one: `${formatCount(count)} de ${formatCount(all)} trecho marcado.`,
      other: `${formatCount(count)} de ${formatCount(all)} trechos marcados, os melhores primeiro.`,
    }),
  page: (label) => `Página ${label}`,
};

const password: Texts["library"]["password"] = {
  title: "Senha",
  label: "Senha do arquivo",
  trying: "Testando a senha…",
  isNotKept: "Ela fica nesta aba e não é guardada.",
  notNow: "Agora não",
  open: "Abrir",
  opening: "Abrindo…",
};

const parts: Texts["library"]["parts"] = {
  page: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} página`, other: `${formatCount(count)} páginas` }),
    one: (number) => `página ${formatCount(number)}`,
    oneOf: (number, all) => `página ${formatCount(number)} de ${formatCount(all)}`,
    range: (from, to) => `páginas ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `páginas ${formatCount(from)}–${formatCount(to)} de ${formatCount(all)}`,
  },
  part: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} parte`, other: `${formatCount(count)} partes` }),
    one: (number) => `parte ${formatCount(number)}`,
    oneOf: (number, all) => `parte ${formatCount(number)} de ${formatCount(all)}`,
    range: (from, to) => `partes ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `partes ${formatCount(from)}–${formatCount(to)} de ${formatCount(all)}`,
  },
  beginning: "o começo",
  passages: (count) =>
    plural(count, { one: `${formatCount(count)} trecho`, other: `${formatCount(count)} trechos` }),
};

export const library: Texts["library"] = {
  title: "Documentos",
  list: "Biblioteca",
  nothingYet:
    "Ainda não há nada. O que você anexa a uma conversa fica guardado aqui, neste computador, até que você o exclua.",
  find: "Localizar um documento",
  noneFound: "Nenhum documento tem este nome.",
  addToChat: (count) =>
    count === 0 ? "Adicionar a esta conversa" : `Adicionar a esta conversa (${formatCount(count)})`,
  newChat: (count) => (count === 0 ? "Nova conversa" : `Nova conversa (${formatCount(count)})`),
  total: (count, bytes) =>
    plural(count, {
      one: `${formatCount(count)} documento, ${formatBytes(bytes)} de texto. Fica neste computador até que você o exclua.`,
      other: `${formatCount(count)} documentos, ${formatBytes(bytes)} de texto. Ficam neste computador até que você os exclua.`,
    }),

  formats: {
    text: "Texto",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "Código",
    html: "Página da web",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "Colado",
  usedOn: (date) => `usado: ${date}`,
  inChats: (count) =>
    plural(count, { one: `Em ${formatCount(count)} conversa`, other: `Em ${formatCount(count)} conversas` }),
  renameIt: (name) => `Renomear ${name}`,
  newName: "Novo nome",
  rename: "Renomear",
  delete: (name) => `Excluir ${name}`,
  deleted: (name) => `“${name}” foi excluído.`,
  isGone: "Este documento foi excluído.",
  unnamed: "Documento",

  parts,
  choosing,
  passages,
  password,
};
