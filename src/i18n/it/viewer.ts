// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

type Manner = Parameters<Texts["viewer"]["selection"]>[0];
type CitedPage = Parameters<Texts["viewer"]["selection"]>[1];

const manners: Record<Manner, string> = {
  exact: "parola per parola",
  normalised: "con le stesse parole",
  close: "quasi uguale",
};

const pageOf = ({ number, label }: NonNullable<CitedPage>): string =>
  label === null ? `pagina ${formatCount(number)}` : `pagina ${formatCount(number)} · ${label}`;

const citedWords = (how: Manner, page: CitedPage): string =>
  `${manners[how]}, ${page === null ? "in questo documento" : pageOf(page)}`;

export const viewer: Texts["viewer"] = {
  close: "Chiudi documento",
  opening: "Apertura…",
  gone: "Questo documento è stato eliminato. Allega di nuovo lo stesso file e le sue chat potranno continuare.",
  textOf: (name) => `Testo di ${name}`,

  page: "Pagina",
  ofPages: (count) => `di ${formatCount(count)}`,
  noSuchPage: (wanted) => `La pagina ${wanted} non esiste`,
  goToPage: "Il numero o l’etichetta di una pagina, poi Enter",
  pageHeading: (number) => `Pagina ${formatCount(number)}`,
  pageHeadingWithLabel: (number, label) => `Pagina ${formatCount(number)} · ${label}`,

  searchLabel: "Cerca nel documento",
  search: "Cerca",
  previousHit: "Risultato precedente",
  nextHit: "Risultato successivo",
  noHits: "Nessun risultato",
  hitOf: (number, count) => `${formatCount(number)} di ${formatCount(count)}`,
  hitOfMany: (number, count) => `${formatCount(number)} di ${formatCount(count)}+`,
  searchStopped: "La ricerca nei documenti si è interrotta. Riprova o ricarica la pagina.",
  searchStoppedBy: (reason) =>
    `La ricerca nei documenti si è interrotta (${reason}). Riprova o ricarica la pagina.`,

  quotation: (number, how, page) => `Citazione ${formatCount(number)}: ${citedWords(how, page)}`,
  selection: (how, page) => {
    const sentence = citedWords(how, page);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  placeOf: (number, count) => `${formatCount(number)} di ${formatCount(count)}`,
  previousPlace: "Punto precedente",
  nextPlace: "Punto successivo",
  differenceKey: "Barrato: solo nella risposta. Sottolineato: solo nel documento.",
};
