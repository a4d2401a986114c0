// Tools that the model may ask for, and its calls.
import type { ToolTexts } from "../tool-texts";

const names: ToolTexts["names"] = {
  search_documents: "Pesquisar nos meus documentos",
  calculator: "Calculadora",
  current_date: "Data de hoje",
};

const helps: ToolTexts["helps"] = {
  search_documents:
    "Encontra trechos nos documentos desta conversa e mostra-os a você antes de o modelo os receber.",
  calculator: "Calcula uma expressão com exatidão.",
  current_date: "Data, dia da semana, hora e fuso horário deste dispositivo.",
};

export const tools: ToolTexts = {
  title: "Ferramentas",
  intro: "O modelo pode pedi-las. Nada é executado antes de você clicar.",
  notWithModel: "O modelo carregado não consegue chamar ferramentas. Escolha outro em Modelos.",
  notWithJson: "Enquanto as respostas forem JSON, o modelo não chama ferramentas.",
  names,
  helps,
  free: (name) => `${name}: executar sem perguntar`,
  freeHelp: "Nesta conversa, tantas vezes quantas o modelo quiser.",
  first: "Começar cada resposta com",
  firstHelp: "O modelo pede então esta ferramenta antes de dizer qualquer coisa.",
  modelDecides: "O que o modelo escolher",

  // A call
  label: (name) => `Ferramenta: ${name}`,
  asks: (name) => `O modelo pede uma ferramenta: ${name}.`,
  writing: "O modelo pede uma ferramenta…",
  run: "Executar",
  decline: "Não executar",
  allow: "Executar sempre nesta conversa",
  sendOn: "Dar ao modelo",
  withhold: "Não dar",
  query: "Pesquisar",
  expression: "Expressão",
  found: "Encontrado e ainda não dado ao modelo",
  result: "Resultado",
  declined: "Você não deixou que fosse executada.",
  passedOver: "Não foi executada.",
  written: "O que o modelo escreveu",

  // What is wrong with one
  unfinished: "A resposta terminou dentro da chamada.",
  tooLong: (length, limit) => `A chamada tem ${length} caracteres; no máximo são possíveis ${limit}.`,
  notJson: (reason) => `A chamada não é JSON: ${reason}`,
  otherForm: "O que o modelo escreveu não é uma chamada.",
  unknownTool: (name) => `Nesta conversa não há ferramenta “${name}”.`,
  missingArgument: (argument) => `Falta o argumento “${argument}”.`,
  unknownArgument: (argument) => `A ferramenta não tem argumento “${argument}”.`,
  badArgument: (argument, least, most) =>
    `O argumento “${argument}” tem de ser um texto de ${least} a ${most} caracteres.`,
  tooMany: (limit) =>
    `O modelo pediu ferramentas ${limit} vezes seguidas. Nada mais foi executado; pergunte de novo para continuar.`,
};
