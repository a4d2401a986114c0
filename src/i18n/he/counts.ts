// Things that are counted in several parts of the page.
import { formatCount } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("he");

export const tokens = (count: number): string =>
  plural(count, { one: "טוקן אחד", two: "2 טוקנים", other: `${formatCount(count)} טוקנים` });

export const documents = (count: number): string =>
  plural(count, { one: "מסמך אחד", two: "שני מסמכים", other: `${formatCount(count)} מסמכים` });

export const chats = (count: number): string =>
  plural(count, { one: "צ׳אט אחד", two: "שני צ׳אטים", other: `${formatCount(count)} צ׳אטים` });

export const characters = (count: number): string =>
  plural(count, { one: "תו אחד", two: "שני תווים", other: `${formatCount(count)} תווים` });

export const pages = (count: number): string =>
  plural(count, { one: "עמוד אחד", two: "שני עמודים", other: `${formatCount(count)} עמודים` });

export const files = (count: number): string =>
  plural(count, { one: "קובץ אחד", two: "שני קבצים", other: `${formatCount(count)} קבצים` });
