// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("fr");

const damaged = (file: string, what: string): string =>
  `« ${file} » est endommagé : ${what}. Ouvrez-le dans le programme qui l’a créé et enregistrez-le à nouveau, ou collez son texte.`;

const unreadable = (file: string, why: string): string =>
  `« ${file} » n’a pas pu être lu : ${why} Réessayez ; si cela se reproduit, rechargez la page.`;

const tooLong = (file: string, what: string): string =>
  `« ${file} » ${what}. Divisez-le et joignez la partie sur laquelle porte votre question.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `« ${file} » dépasse ${size} une fois décompressé (${where}), ce que ne fait aucun document ordinaire. Enregistrez son contenu en texte brut et joignez-le.`;

const notRead = (file: string, what: string): string =>
  `« ${file} » ${what}. Joignez un fichier texte, PDF, Word, EPUB ou HTML.`;

const characters = (count: number): string =>
  plural(count, {
    one: `${formatCount(count)} caractère`,
    many: `${formatCount(count)} de caractères`,
    other: `${formatCount(count)} caractères`,
  });

export const documentProblems: Texts["documentProblems"] = {
  image: ({ file }) => notRead(file, "est une image"),
  "packed-archive": ({ file }) => notRead(file, "est une archive compressée"),
  program: ({ file }) => notRead(file, "est un programme"),
  model: ({ file }) => notRead(file, "est un modèle, pas un document"),
  "rich-text": ({ file }) =>
    `« ${file} » est au format RTF. Enregistrez-le en .docx ou en texte brut et joignez-le.`,
  "old-office": ({ file }) =>
    `« ${file} » est dans un ancien format Office. Enregistrez-le en .docx ou en PDF et joignez-le.`,
  spreadsheet: ({ file }) => `« ${file} » est un classeur. Enregistrez la feuille en .csv et joignez-la.`,
  presentation: ({ file }) => `« ${file} » est une présentation. Enregistrez-la en PDF et joignez-la.`,
  "open-document": ({ file }) =>
    `« ${file} » est un fichier OpenDocument. Enregistrez-le en .docx ou en PDF et joignez-le.`,
  "zip-archive": ({ file }) =>
    `« ${file} » est une archive ZIP. Décompressez-la et joignez les documents qu’elle contient.`,
  "binary-data": ({ file }) =>
    `« ${file} » contient des données binaires, pas du texte. Enregistrez-le en texte, PDF, Word, EPUB ou HTML et joignez-le.`,
  "copy-protected": ({ file }) =>
    `« ${file} » est protégé contre la copie (DRM). Joignez une copie sans protection, ou collez le texte.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `ce n’est pas un PDF valide (${reason})`),
  "not-a-word-document": ({ file }) => damaged(file, "ce n’est pas un document Word valide"),
  "nested-too-deeply": ({ file }) => damaged(file, "il comporte trop de niveaux imbriqués"),
  "no-readable-page": ({ file }) => damaged(file, "aucune de ses pages n’est lisible"),
  "no-contents": ({ file }) => damaged(file, "il n’indique pas où se trouve son contenu"),
  "no-chapters": ({ file }) => damaged(file, "il n’énumère aucun chapitre"),
  "no-readable-chapter": ({ file }) => damaged(file, "aucun de ses chapitres n’est lisible"),
  "end-missing": ({ file }) => damaged(file, "la fin manque, il est peut-être tronqué"),
  "too-many-parts": ({ file, count }) => damaged(file, `il prétend avoir ${formatCount(count)} parties`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `son index s’interrompt après ${formatCount(found)} parties sur ${formatCount(count)}`),
  "part-missing": ({ file, part }) => damaged(file, `sa partie « ${part} » manque`),
  "part-misplaced": ({ file, part }) =>
    damaged(file, `sa partie « ${part} » n’est pas là où l’index l’indique`),
  "part-cut-off": ({ file, part }) => damaged(file, `sa partie « ${part} » est tronquée`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `sa partie « ${part} » est compressée d’une façon inconnue (${method})`),
  "part-packed-badly": ({ file, part }) =>
    damaged(file, `sa partie « ${part} » ne peut pas être décompressée`),
  nonsense: ({ file, reason }) => damaged(file, `son contenu est incohérent (${reason})`),

  "password-needed": ({ file }) =>
    `« ${file} » est protégé par un mot de passe. Saisissez-le pour lire le fichier.`,
  "password-wrong": ({ file }) =>
    `Le mot de passe n’ouvre pas « ${file} ». Vérifiez-le et saisissez-le à nouveau.`,
  "password-unsupported": ({ file }) =>
    `« ${file} » est protégé par un mot de passe qui ne peut pas être retiré ici. Enregistrez une copie sans mot de passe et joignez-la.`,

  empty: ({ file }) => `« ${file} » ne contient pas de texte. Joignez un autre fichier, ou collez le texte.`,
  "without-text": ({ file, pageCount }) =>
    pageCount === 1
      ? `La seule page de « ${file} » ne contient pas de texte : elle semble numérisée. Appliquez une reconnaissance de texte (OCR) et joignez le résultat.`
      : `Aucune des ${formatCount(pageCount)} pages de « ${file} » ne contient de texte : le document semble numérisé. Appliquez une reconnaissance de texte (OCR) et joignez le résultat.`,

  "too-many-bytes": ({ file, bytes, limit }) =>
    `« ${file} » fait ${formatBytes(bytes)} et un document peut faire au plus ${formatBytes(limit)}. Joignez la partie sur laquelle porte votre question.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(file, `a ${formatCount(pages)} pages et un document peut en avoir au plus ${formatCount(limit)}`),
  "too-many-characters": ({ file, limit }) => tooLong(file, `contient plus de ${characters(limit)}`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `contient plus de ${characters(limit)}, atteints à la page ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), part),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `« ${file} » dépasse ${formatCount(limit)} fois sa taille une fois décompressé (${part}), comme une bombe ZIP. Enregistrez son contenu en texte brut et joignez-le.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `page ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) =>
    unpacksTo(file, formatBytes(limit), "un flux qu’il contient"),

  "too-slow": ({ file, limitSeconds }) =>
    `La lecture de « ${file} » a pris plus de ${formatSeconds(limitSeconds)}. Divisez le document, ou collez la partie sur laquelle porte votre question.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `La lecture de « ${file} » a pris plus de ${formatSeconds(limitSeconds)} et la page ${formatCount(page)} sur ${formatCount(pageCount)} n’était pas terminée. Divisez le document, ou collez la partie sur laquelle porte votre question.`,
  "out-of-memory": ({ file }) =>
    `La lecture de « ${file} » demande plus de mémoire que le navigateur n’en donne. Fermez d’autres onglets, ou divisez le document et joignez-en une partie.`,

  "file-gone": ({ file }) => unreadable(file, "il a changé ou disparu depuis qu’il a été choisi."),
  "worker-not-started": ({ file }) => unreadable(file, "son lecteur n’a pas pu démarrer."),
  "worker-failed": ({ file, reason }) => unreadable(file, reason),
  "worker-message-lost": ({ file }) => unreadable(file, "un message s’est perdu."),
};

export const documentWarnings: Texts["documentWarnings"] = {
  warnings: {
    "pages-without-text": ({ pages }, list) =>
      plural(pages.length, {
        one: `La page ${list} n’a pas de texte : elle est numérisée ou vide. Pour faire lire les pages numérisées, appliquez une reconnaissance de texte (OCR) au fichier et joignez le résultat.`,
        other: `Les pages ${list} n’ont pas de texte : elles sont numérisées ou vides. Pour faire lire les pages numérisées, appliquez une reconnaissance de texte (OCR) au fichier et joignez le résultat.`,
      }),
    "damaged-pages": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `La page ${list} de « ${file} » n’a pas pu être lue et a été laissée de côté. Enregistrez à nouveau le fichier dans le programme qui l’a créé.`,
        other: `Les pages ${list} de « ${file} » n’ont pas pu être lues et ont été laissées de côté. Enregistrez à nouveau le fichier dans le programme qui l’a créé.`,
      }),
    "damaged-chapters": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `Le chapitre ${list} de « ${file} » est endommagé et a été laissé de côté.`,
        other: `Les chapitres ${list} de « ${file} » sont endommagés et ont été laissés de côté.`,
      }),
    "guessed-encoding": ({ file, encoding }) =>
      `« ${file} » n’indique pas comment ses caractères sont encodés ; il a été lu en ${encoding}. Si des lettres semblent fausses, enregistrez-le en UTF-8 et joignez-le à nouveau.`,
    "damaged-text": ({ file, placeCount }) =>
      plural(placeCount, {
        one: `« ${file} » comporte ${formatCount(placeCount)} endroit illisible, affiché « \ufffd ».`,
        other: `« ${file} » comporte ${formatCount(placeCount)} endroits illisibles, affichés « \ufffd ».`,
      }),
  },
  pageList: (stretches, areAll) => (areAll ? stretches.join(", ") : `${stretches.join(", ")} et d’autres`),
  stretch: (first, last) => `${formatCount(first)}–${formatCount(last)}`,
};
