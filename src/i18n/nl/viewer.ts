// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

type Quotation = Parameters<Texts["viewer"]["quotation"]>;
type Manner = Quotation[1];
type CitedPage = Quotation[2];

const manners: Record<Manner, string> = {
  exact: "woord voor woord",
  normalised: "dezelfde woorden",
  close: "bijna hetzelfde",
};

const pageOf = ({ number, label }: NonNullable<CitedPage>): string =>
  label === null ? `pagina ${formatCount(number)}` : `pagina ${formatCount(number)} · ${label}`;

const citedWords = (how: Manner, page: CitedPage): string =>
  `${manners[how]}, ${page === null ? "in dit document" : pageOf(page)}`;

export const viewer: Texts["viewer"] = {
  close: "Document sluiten",
  opening: "Openen…",
  gone: "Dit document is verwijderd. Voeg hetzelfde bestand opnieuw bij, dan gaan de chats ermee verder.",
  textOf: (name) => `Tekst van ${name}`,

  // Pages
  page: "Pagina",
  ofPages: (count) => `van ${formatCount(count)}`,
  noSuchPage: (wanted) => `Er is geen pagina ${wanted}`,
  goToPage: "Nummer of aanduiding van een pagina, dan Enter",
  pageHeading: (number) => `Pagina ${formatCount(number)}`,
  pageHeadingWithLabel: (number, label) => `Pagina ${formatCount(number)} · ${label}`,

  // Search
  searchLabel: "Zoeken in het document",
  search: "Zoeken",
  previousHit: "Vorige treffer",
  nextHit: "Volgende treffer",
  noHits: "Geen treffers",
  hitOf: (number, count) => `${formatCount(number)} van ${formatCount(count)}`,
  hitOfMany: (number, count) => `${formatCount(number)} van ${formatCount(count)}+`,
  searchStopped: "Het zoeken in documenten is gestopt. Probeer het opnieuw, of laad de pagina opnieuw.",
  searchStoppedBy: (reason) =>
    `Het zoeken in documenten is gestopt (${reason}). Probeer het opnieuw, of laad de pagina opnieuw.`,

  // What is cited
  quotation: (number, how, page) => `Citaat ${formatCount(number)}: ${citedWords(how, page)}`,
  selection: (how, page) => {
    const sentence = citedWords(how, page);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  placeOf: (number, count) => `${formatCount(number)} van ${formatCount(count)}`,
  previousPlace: "Vorige plaats",
  nextPlace: "Volgende plaats",
  differenceKey: "Doorgehaald: alleen in het antwoord. Onderstreept: alleen in het document.",
};
