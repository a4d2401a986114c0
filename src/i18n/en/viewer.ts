// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";

/** Where cited words stand; null in a document without pages. */
interface CitedPage {
  readonly number: number;
  readonly label: string | null; // where the document calls the page something else
}

const manners = {
  exact: "word for word",
  normalised: "the same words",
  close: "nearly the same",
};

const pageOf = ({ number, label }: CitedPage): string =>
  label === null ? `page ${formatCount(number)}` : `page ${formatCount(number)} · ${label}`;

const citedWords = (how: keyof typeof manners, page: CitedPage | null): string =>
  `${manners[how]}, ${page === null ? "in this document" : pageOf(page)}`;

export const viewer = {
  close: "Close document",
  opening: "Opening…",
  gone: "This document was deleted. Attach the same file again, and its chats go on.",
  textOf: (name: string) => `Text of ${name}`,

  // Pages
  page: "Page", // before the field with its number
  ofPages: (count: number) => `of ${formatCount(count)}`, // after it
  noSuchPage: (wanted: string) => `There is no page ${wanted}`,
  goToPage: "A page’s number or label, then Enter",
  pageHeading: (number: number) => `Page ${formatCount(number)}`,
  pageHeadingWithLabel: (number: number, label: string) => `Page ${formatCount(number)} · ${label}`,

  // Search
  searchLabel: "Search in the document",
  search: "Search",
  previousHit: "Previous hit",
  nextHit: "Next hit",
  noHits: "No hits",
  hitOf: (number: number, count: number) => `${formatCount(number)} of ${formatCount(count)}`,
  hitOfMany: (number: number, count: number) => `${formatCount(number)} of ${formatCount(count)}+`,
  searchStopped: "The search in documents stopped. Try again, or reload the page.",
  searchStoppedBy: (reason: string) =>
    `The search in documents stopped (${reason}). Try again, or reload the page.`,

  // What is cited
  quotation: (number: number, how: keyof typeof manners, page: CitedPage | null) =>
    `Quotation ${formatCount(number)}: ${citedWords(how, page)}`,
  selection: (how: keyof typeof manners, page: CitedPage | null) => {
    const sentence = citedWords(how, page);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  placeOf: (number: number, count: number) => `${formatCount(number)} of ${formatCount(count)}`,
  previousPlace: "Previous place",
  nextPlace: "Next place",
  differenceKey: "Struck out: only in the answer. Underlined: only in the document.",
};
