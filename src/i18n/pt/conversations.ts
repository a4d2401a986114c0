// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("pt");

export const conversations: Texts["conversations"] = {
  title: "Conversas",
  sidebar: "Barra lateral",
  newChat: "Nova conversa",
  documents: "Documentos",
  settings: "Configurações",
  none: "Suas conversas ficam guardadas aqui, neste computador.",

  pinned: "Fixadas",
  today: "Hoje",
  yesterday: "Ontem",
  week: "Últimos 7 dias",

  more: (title) => `Mais opções de ${title}`,
  rename: "Renomear",
  newName: "Novo nome",
  pin: "Fixar",
  unpin: "Desafixar",
  export: "Exportar",
  delete: (title) => `Excluir ${title}`,
  deleteShort: "Excluir",
  deleted: (count) => (count === 1 ? "Conversa excluída." : `${formatCount(count)} conversas excluídas.`),

  listActions: "Lista de conversas",
  select: "Selecionar conversas",
  selectAll: "Selecionar tudo",
  selected: (count) =>
    plural(count, { one: `${formatCount(count)} selecionada`, other: `${formatCount(count)} selecionadas` }),
  deleteSelected: "Excluir selecionadas",
  exportSelected: "Exportar selecionadas",
  exportAll: "Exportar todas as conversas",
  import: "Importar conversas",

  search: "Pesquisar conversas",
  clearSearch: "Limpar a pesquisa",
  results: "Resultados da pesquisa",
  searching: "Pesquisando…",
  nothingFound: (query) => `Nenhuma conversa contém “${query}”.`,
  nothingFoundHelp: "A pesquisa procura palavras inteiras e inícios de palavras em títulos e mensagens.",
  found: (count) =>
    plural(count, {
      one: `${formatCount(count)} conversa encontrada`,
      other: `${formatCount(count)} conversas encontradas`,
    }),
  firstFound: (shown, count) => `As primeiras ${formatCount(shown)} de ${formatCount(count)}`,
  looking: (done, count) => `Procurando em conversas antigas… ${formatCount(done)} de ${formatCount(count)}`,
  searchFailed: "A pesquisa parou. Tente novamente ou recarregue a página.",

  exportTitle: (count) => (count === 1 ? "Exportar conversa" : `Exportar ${formatCount(count)} conversas`),
  exportAs: "Exportar como",
  markdown: "Markdown",
  markdownHelp: "Para ler e editar em qualquer lugar. As versões na tela, sem o que o modelo pensou.",
  json: "JSON",
  jsonHelp: "Para guardar e importar de novo. Todas as versões de cada mensagem.",
  print: "Imprimir ou PDF",
  printHelp: "Pela caixa de impressão do navegador.",
  printTooMany: (most) => `O navegador imprime até ${formatCount(most)} conversas de uma vez.`,
  withTexts: "Com os textos dos documentos",
  withTextsHelp: "Sem eles, o arquivo apenas cita os nomes dos documentos.",
  you: "Você",

  importHelp: "Escolha um arquivo JSON exportado daqui. Ele é importado por inteiro ou não é importado.",
  chooseFile: "Escolher um arquivo",
  importing: "Importando…",
  exporting: "Exportando…",
  imported: (count) =>
    plural(count, {
      one: `${formatCount(count)} conversa importada.`,
      other: `${formatCount(count)} conversas importadas.`,
    }),
  importedAndKnown: (count, known) =>
    plural(count, {
      one: `${formatCount(count)} conversa importada; já estavam aqui: ${formatCount(known)}.`,
      other: `${formatCount(count)} conversas importadas; já estavam aqui: ${formatCount(known)}.`,
    }),
  allKnown: "Todas as conversas do arquivo já estão aqui.",
  notImported: (fileName) => `“${fileName}” não foi importado`,
  transferFailed: "Não deu certo",
  nothingStored: (reason) =>
    `O navegador recusou (${reason}). Nada foi alterado. Verifique se há espaço no disco e tente novamente.`,

  tooLarge: (size, limit) => `Ele tem ${size}; o máximo que pode ser lido é ${limit}.`,
  otherFile: "Não é um arquivo de conversas exportado deste aplicativo.",
  newer:
    "Vem de uma versão mais nova deste aplicativo. Recarregue a página para atualizar e importe-o de novo.",
  inChat: (number) => `Conversa ${formatCount(number)}`,
  inNamedChat: (number, title) => `Conversa ${formatCount(number)} (“${title}”)`,
  inDocument: (number) => `Documento ${formatCount(number)}`,
  inNamedDocument: (number, title) => `Documento ${formatCount(number)} (“${title}”)`,
  inFile: "O arquivo",
  inMessage: (number) => `mensagem ${formatCount(number)}`,
  inField: (field) => `“${field}”`,
  wrongField: (place, expected, received) => `${place}: esperado ${expected}, encontrado ${received}.`,
  twice: (place) => `${place}: já existe outro com o mesmo identificador.`,
  missing: (place) => `${place}: refere-se a uma mensagem que não existe.`,
  circle: (place) => `${place}: a mensagem vem antes dela mesma.`,
  changedText: (place) => `${place}: o texto não é o que corresponde ao identificador.`,
};
