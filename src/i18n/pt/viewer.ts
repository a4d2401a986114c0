// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

type Manner = Parameters<Texts["viewer"]["selection"]>[0];
type CitedPage = Parameters<Texts["viewer"]["selection"]>[1];

const manners: Record<Manner, string> = {
  exact: "palavra por palavra",
  normalised: "com as mesmas palavras",
  close: "quase igual",
};

const pageOf = ({ number, label }: NonNullable<CitedPage>): string =>
  label === null ? `página ${formatCount(number)}` : `página ${formatCount(number)} · ${label}`;

const citedWords = (how: Manner, page: CitedPage): string =>
  `${manners[how]}, ${page === null ? "neste documento" : pageOf(page)}`;

export const viewer: Texts["viewer"] = {
  close: "Fechar documento",
  opening: "Abrindo…",
  gone: "Este documento foi excluído. Anexe o mesmo arquivo de novo, e as conversas dele poderão continuar.",
  textOf: (name) => `Texto de ${name}`,

  page: "Página",
  ofPages: (count) => `de ${formatCount(count)}`,
  noSuchPage: (wanted) => `Não há nenhuma página ${wanted}`,
  goToPage: "O número ou o rótulo de uma página e, depois, Enter",
  pageHeading: (number) => `Página ${formatCount(number)}`,
  pageHeadingWithLabel: (number, label) => `Página ${formatCount(number)} · ${label}`,

  searchLabel: "Pesquisar no documento",
  search: "Pesquisar",
  previousHit: "Resultado anterior",
  nextHit: "Próximo resultado",
  noHits: "Nenhum resultado",
  hitOf: (number, count) => `${formatCount(number)} de ${formatCount(count)}`,
  hitOfMany: (number, count) => `${formatCount(number)} de ${formatCount(count)}+`,
  searchStopped: "A pesquisa em documentos parou. Tente novamente ou recarregue a página.",
  searchStoppedBy: (reason) =>
    `A pesquisa em documentos parou (${reason}). Tente novamente ou recarregue a página.`,

  quotation: (number, how, page) => `Citação ${formatCount(number)}: ${citedWords(how, page)}`,
  selection: (how, page) => {
    const sentence = citedWords(how, page);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  placeOf: (number, count) => `${formatCount(number)} de ${formatCount(count)}`,
  previousPlace: "Lugar anterior",
  nextPlace: "Próximo lugar",
  differenceKey: "Riscado: só na resposta. Sublinhado: só no documento.",
};
