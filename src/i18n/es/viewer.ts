// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

type Manner = Parameters<Texts["viewer"]["selection"]>[0];
type CitedPage = Parameters<Texts["viewer"]["selection"]>[1];

const manners: Record<Manner, string> = {
  exact: "literal",
  normalised: "con las mismas palabras",
  close: "casi igual",
};

const pageOf = ({ number, label }: NonNullable<CitedPage>): string =>
  label === null ? `página ${formatCount(number)}` : `página ${formatCount(number)} · ${label}`;

const citedWords = (how: Manner, page: CitedPage): string =>
  `${manners[how]}, ${page === null ? "en este documento" : pageOf(page)}`;

export const viewer: Texts["viewer"] = {
  close: "Cerrar documento",
  opening: "Abriendo…",
  gone: "Este documento se eliminó. Adjunta de nuevo el mismo archivo y sus chats podrán continuar.",
  textOf: (name) => `Texto de ${name}`,

  page: "Página",
  ofPages: (count) => `de ${formatCount(count)}`,
  noSuchPage: (wanted) => `No hay ninguna página ${wanted}`,
  goToPage: "El número o la etiqueta de una página y, después, Enter",
  pageHeading: (number) => `Página ${formatCount(number)}`,
  pageHeadingWithLabel: (number, label) => `Página ${formatCount(number)} · ${label}`,

  searchLabel: "Buscar en el documento",
  search: "Buscar",
  previousHit: "Resultado anterior",
  nextHit: "Resultado siguiente",
  noHits: "Sin resultados",
  hitOf: (number, count) => `${formatCount(number)} de ${formatCount(count)}`,
  hitOfMany: (number, count) => `${formatCount(number)} de ${formatCount(count)}+`,
  searchStopped: "La búsqueda en documentos se detuvo. Inténtalo de nuevo o recarga la página.",
  searchStoppedBy: (reason) =>
    `La búsqueda en documentos se detuvo (${reason}). Inténtalo de nuevo o recarga la página.`,

  quotation: (number, how, page) => `Cita ${formatCount(number)}: ${citedWords(how, page)}`,
  selection: (how, page) => {
    const sentence = citedWords(how, page);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  placeOf: (number, count) => `${formatCount(number)} de ${formatCount(count)}`,
  previousPlace: "Lugar anterior",
  nextPlace: "Lugar siguiente",
  differenceKey: "Tachado: solo en la respuesta. Subrayado: solo en el documento.",
};
