// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";

type Viewer = Texts["viewer"];
type Manner = Parameters<Viewer["selection"]>[0];
type CitedPage = Parameters<Viewer["selection"]>[1];

const manners: Record<Manner, string> = {
  exact: "מילה במילה",
  normalised: "אותן מילים",
  close: "כמעט אותו נוסח",
};

const pageOf = (number: number, label: string | null): string =>
  label === null ? `עמוד ${formatCount(number)}` : `עמוד ${formatCount(number)} · ${isolate(label)}`;

const citedWords = (how: Manner, page: CitedPage): string =>
  `${manners[how]}, ${page === null ? "במסמך הזה" : pageOf(page.number, page.label)}`;

export const viewer: Viewer = {
  close: "סגירת המסמך",
  opening: "בפתיחה…",
  gone: "המסמך הזה נמחק. אם מצרפים שוב את אותו הקובץ, אפשר להמשיך את הצ׳אטים שלו.",
  textOf: (name) => `הטקסט של ${isolate(name)}`,

  // Pages
  page: "עמוד",
  ofPages: (count) => `מתוך ${formatCount(count)}`,
  noSuchPage: (wanted) => `אין עמוד ${isolate(wanted)}`,
  goToPage: "מספר או תווית של עמוד, ואז Enter",
  pageHeading: (number) => pageOf(number, null),
  pageHeadingWithLabel: pageOf,

  // Search
  searchLabel: "חיפוש במסמך",
  search: "חיפוש",
  previousHit: "התוצאה הקודמת",
  nextHit: "התוצאה הבאה",
  noHits: "אין תוצאות",
  hitOf: (number, count) => `${formatCount(number)} מתוך ${formatCount(count)}`,
  hitOfMany: (number, count) => `${formatCount(number)} מתוך ${formatCount(count)} ומעלה`,
  searchStopped: "החיפוש במסמכים נעצר. אפשר לנסות שוב, או לטעון את הדף מחדש.",
  searchStoppedBy: (reason) =>
    `החיפוש במסמכים נעצר (${isolate(reason)}). אפשר לנסות שוב, או לטעון את הדף מחדש.`,

  // What is cited
  quotation: (number, how, page) => `ציטוט ${formatCount(number)}: ${citedWords(how, page)}`,
  selection: citedWords,
  placeOf: (number, count) => `${formatCount(number)} מתוך ${formatCount(count)}`,
  previousPlace: "המקום הקודם",
  nextPlace: "המקום הבא",
  differenceKey: "קו חוצה: רק בתשובה. קו תחתון: רק במסמך.",
};
