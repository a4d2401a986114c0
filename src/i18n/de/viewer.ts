// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

type Quotation = Parameters<Texts["viewer"]["quotation"]>;
type Manner = Quotation[1];
type CitedPage = Quotation[2];

const manners: Record<Manner, string> = {
  exact: "wörtlich",
  normalised: "dieselben Wörter",
  close: "fast gleich",
};

const pageOf = ({ number, label }: NonNullable<CitedPage>): string =>
  label === null ? `Seite ${formatCount(number)}` : `Seite ${formatCount(number)} · ${label}`;

const citedWords = (how: Manner, page: CitedPage): string =>
  `${manners[how]}, ${page === null ? "in diesem Dokument" : pageOf(page)}`;

export const viewer: Texts["viewer"] = {
  close: "Dokument schließen",
  opening: "Wird geöffnet…",
  gone: "Dieses Dokument wurde gelöscht. Hängen Sie dieselbe Datei erneut an, dann gehen seine Chats weiter.",
  textOf: (name) => `Text von ${name}`,

  // Pages
  page: "Seite",
  ofPages: (count) => `von ${formatCount(count)}`,
  noSuchPage: (wanted) => `Es gibt keine Seite ${wanted}`,
  goToPage: "Nummer oder Bezeichnung einer Seite, dann Enter",
  pageHeading: (number) => `Seite ${formatCount(number)}`,
  pageHeadingWithLabel: (number, label) => `Seite ${formatCount(number)} · ${label}`,

  // Search
  searchLabel: "Im Dokument suchen",
  search: "Suchen",
  previousHit: "Vorheriger Treffer",
  nextHit: "Nächster Treffer",
  noHits: "Keine Treffer",
  hitOf: (number, count) => `${formatCount(number)} von ${formatCount(count)}`,
  hitOfMany: (number, count) => `${formatCount(number)} von ${formatCount(count)}+`,
  searchStopped:
    "Die Suche in Dokumenten ist ausgefallen. Versuchen Sie es erneut, oder laden Sie die Seite neu.",
  searchStoppedBy: (reason) =>
    `Die Suche in Dokumenten ist ausgefallen (${reason}). Versuchen Sie es erneut, oder laden Sie die Seite neu.`,

  // What is cited
  quotation: (number, how, page) => `Zitat ${formatCount(number)}: ${citedWords(how, page)}`,
  selection: (how, page) => {
    const sentence = citedWords(how, page);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  placeOf: (number, count) => `${formatCount(number)} von ${formatCount(count)}`,
  previousPlace: "Vorherige Stelle",
  nextPlace: "Nächste Stelle",
  differenceKey: "Durchgestrichen: nur in der Antwort. Unterstrichen: nur im Dokument.",
};
