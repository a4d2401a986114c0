// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";

type Viewer = Texts["viewer"];
type Manner = Parameters<Viewer["selection"]>[0];
type CitedPage = Parameters<Viewer["selection"]>[1];

const manners: Record<Manner, string> = {
  exact: "حرفيًا",
  normalised: "بالكلمات نفسها",
  close: "بكلمات شبه مطابقة",
};

const pageOf = (number: number, label: string | null): string =>
  label === null ? `الصفحة ${formatCount(number)}` : `الصفحة ${formatCount(number)} · ${isolate(label)}`;

const citedWords = (how: Manner, page: CitedPage): string =>
  `${manners[how]}، ${page === null ? "في هذا المستند" : pageOf(page.number, page.label)}`;

export const viewer: Viewer = {
  close: "إغلاق المستند",
  opening: "جارٍ الفتح…",
  gone: "حُذف هذا المستند. أرفق الملف نفسه مجددًا لتتابع دردشاته.",
  textOf: (name) => `نص ${isolate(name)}`,

  // Pages
  page: "الصفحة",
  ofPages: (count) => `من ${formatCount(count)}`,
  noSuchPage: (wanted) => `لا توجد صفحة ${isolate(wanted)}`,
  goToPage: "رقم الصفحة أو تسميتها، ثم Enter",
  pageHeading: (number) => pageOf(number, null),
  pageHeadingWithLabel: pageOf,

  // Search
  searchLabel: "البحث في المستند",
  search: "بحث",
  previousHit: "النتيجة السابقة",
  nextHit: "النتيجة التالية",
  noHits: "لا نتائج",
  hitOf: (number, count) => `${formatCount(number)} من ${formatCount(count)}`,
  hitOfMany: (number, count) => `${formatCount(number)} من ${formatCount(count)} فأكثر`,
  searchStopped: "توقّف البحث في المستندات. أعِد المحاولة أو أعِد تحميل الصفحة.",
  searchStoppedBy: (reason) =>
    `توقّف البحث في المستندات (${isolate(reason)}). أعِد المحاولة أو أعِد تحميل الصفحة.`,

  // What is cited
  quotation: (number, how, page) => `الاقتباس ${formatCount(number)}: ${citedWords(how, page)}`,
  selection: citedWords,
  placeOf: (number, count) => `${formatCount(number)} من ${formatCount(count)}`,
  previousPlace: "الموضع السابق",
  nextPlace: "الموضع التالي",
  differenceKey: "مشطوب: في الإجابة فقط. مسطّر: في المستند فقط.",
};
