// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("nl");

/** The same way out for every kind of damage. */
const damaged = (file: string, what: string): string =>
  `“${file}” is beschadigd: ${what}. Open het bestand in het programma waarmee het is gemaakt en sla het opnieuw op, of plak de tekst.`;

const unreadable = (file: string, why: string): string =>
  `“${file}” kon niet worden gelezen: ${why} Probeer het opnieuw; gebeurt het weer, laad dan de pagina opnieuw.`;

const tooLong = (file: string, what: string): string =>
  `“${file}” ${what}. Splits het bestand en voeg het deel bij waarover je iets wilt vragen.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `“${file}” is uitgepakt groter dan ${size} (${where}), wat bij een gewoon document niet voorkomt. Sla de tekst op als platte tekst en voeg die bij.`;

const notRead = (file: string, what: string): string =>
  `“${file}” is ${what}. Voeg een tekst-, PDF-, Word-, EPUB- of HTML-bestand bij.`;

const asDocxOrPdf = "Sla het bestand op als .docx of PDF en voeg dat bij.";
const recognise = "Voer tekstherkenning (OCR) uit op het bestand en voeg het resultaat bij.";

export const documentProblems: Texts["documentProblems"] = {
  image: ({ file }) => notRead(file, "een afbeelding"),
  "packed-archive": ({ file }) => notRead(file, "een gecomprimeerd archief"),
  program: ({ file }) => notRead(file, "een programma"),
  model: ({ file }) => notRead(file, "een model, geen document"),
  "rich-text": ({ file }) =>
    `“${file}” is Rich Text. Sla het bestand op als .docx of platte tekst en voeg dat bij.`,
  "old-office": ({ file }) => `“${file}” heeft een oude Office-indeling. ${asDocxOrPdf}`,
  spreadsheet: ({ file }) => `“${file}” is een spreadsheet. Sla het werkblad op als .csv en voeg dat bij.`,
  presentation: ({ file }) => `“${file}” is een presentatie. Sla deze op als PDF en voeg die bij.`,
  "open-document": ({ file }) => `“${file}” is een OpenDocument-bestand. ${asDocxOrPdf}`,
  "zip-archive": ({ file }) =>
    `“${file}” is een ZIP-archief. Pak het uit en voeg de documenten bij die erin zitten.`,
  "binary-data": ({ file }) =>
    `“${file}” bevat binaire gegevens, geen tekst. Sla de inhoud op als tekst, PDF, Word, EPUB of HTML en voeg dat bij.`,
  "copy-protected": ({ file }) =>
    `“${file}” is beveiligd tegen kopiëren (DRM). Voeg een kopie zonder beveiliging bij, of plak de tekst.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `het is geen geldige PDF (${reason})`),
  "not-a-word-document": ({ file }) => damaged(file, "het is geen geldig Word-document"),
  "nested-too-deeply": ({ file }) => damaged(file, "het is te diep genest"),
  "no-readable-page": ({ file }) => damaged(file, "geen van de pagina’s kan worden gelezen"),
  "no-contents": ({ file }) => damaged(file, "er staat niet in waar de inhoud is"),
  "no-chapters": ({ file }) => damaged(file, "er staan geen hoofdstukken in vermeld"),
  "no-readable-chapter": ({ file }) => damaged(file, "geen van de hoofdstukken kan worden gelezen"),
  "end-missing": ({ file }) => damaged(file, "het einde ontbreekt, misschien is het afgekapt"),
  "too-many-parts": ({ file, count }) => damaged(file, `het zou ${formatCount(count)} delen hebben`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `de inhoudsopgave breekt af na ${formatCount(found)} van ${formatCount(count)} delen`),
  "part-missing": ({ file, part }) => damaged(file, `het deel “${part}” ontbreekt`),
  "part-misplaced": ({ file, part }) =>
    damaged(file, `het deel “${part}” staat niet waar de inhoudsopgave zegt`),
  "part-cut-off": ({ file, part }) => damaged(file, `het deel “${part}” is afgekapt`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `het deel “${part}” is op een onbekende manier gecomprimeerd (${method})`),
  "part-packed-badly": ({ file, part }) => damaged(file, `het deel “${part}” kan niet worden uitgepakt`),
  nonsense: ({ file, reason }) => damaged(file, `de inhoud klopt niet (${reason})`),

  "password-needed": ({ file }) =>
    `“${file}” is beveiligd met een wachtwoord. Voer het wachtwoord in om het bestand te lezen.`,
  "password-wrong": ({ file }) =>
    `Het wachtwoord opent “${file}” niet. Controleer het en voer het opnieuw in.`,
  "password-unsupported": ({ file }) =>
    `“${file}” is beveiligd met een wachtwoord dat hier niet kan worden verwijderd. Sla een kopie zonder wachtwoord op en voeg die bij.`,

  empty: ({ file }) => `“${file}” bevat geen tekst. Voeg een ander bestand bij, of plak de tekst.`,
  "without-text": ({ file, pageCount }) =>
    plural(pageCount, {
      one: `De enige pagina van “${file}” bevat geen tekst: die lijkt gescand te zijn. ${recognise}`,
      other: `Geen van de ${formatCount(pageCount)} pagina’s van “${file}” bevat tekst: ze lijken gescand te zijn. ${recognise}`,
    }),

  "too-many-bytes": ({ file, bytes, limit }) =>
    `“${file}” is ${formatBytes(bytes)} en een document mag ${formatBytes(limit)} zijn. Voeg het deel bij waarover je iets wilt vragen.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(file, `heeft ${formatCount(pages)} pagina’s en een document mag er ${formatCount(limit)} hebben`),
  "too-many-characters": ({ file, limit }) => tooLong(file, `bevat meer dan ${formatCount(limit)} tekens`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `bevat meer dan ${formatCount(limit)} tekens, bereikt op pagina ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), part),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `“${file}” is uitgepakt meer dan ${formatCount(limit)} keer zo groot (${part}), zoals een ZIP-bom. Sla de tekst op als platte tekst en voeg die bij.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `pagina ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) =>
    unpacksTo(file, formatBytes(limit), "een gegevensstroom erin"),

  "too-slow": ({ file, limitSeconds }) =>
    `Het lezen van “${file}” duurde langer dan ${formatSeconds(limitSeconds)}. Splits het document, of plak het deel waarover je iets wilt vragen.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `Het lezen van “${file}” duurde langer dan ${formatSeconds(limitSeconds)} en pagina ${formatCount(page)} van ${formatCount(pageCount)} was nog niet klaar. Splits het document, of plak het deel waarover je iets wilt vragen.`,
  "out-of-memory": ({ file }) =>
    `Voor het lezen van “${file}” is meer geheugen nodig dan de browser geeft. Sluit andere tabbladen, of splits het document en voeg een deel bij.`,

  "file-gone": ({ file }) => unreadable(file, "het is gewijzigd of verdwenen sinds het is gekozen."),
  "worker-not-started": ({ file }) => unreadable(file, "het leesprogramma kon niet starten."),
  "worker-failed": ({ file, reason }) => unreadable(file, reason),
  "worker-message-lost": ({ file }) => unreadable(file, "er ging een intern bericht verloren."),
};

export const documentWarnings: Texts["documentWarnings"] = {
  warnings: {
    "pages-without-text": ({ pages }, list) =>
      plural(pages.length, {
        one: `Pagina ${list} bevat geen tekst: gescand of leeg. Gescand? ${recognise}`,
        other: `De pagina’s ${list} bevatten geen tekst: gescand of leeg. Gescand? ${recognise}`,
      }),
    "damaged-pages": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `Pagina ${list} van “${file}” kon niet worden gelezen en is weggelaten. Sla het bestand opnieuw op in het programma waarmee het is gemaakt.`,
        other: `De pagina’s ${list} van “${file}” konden niet worden gelezen en zijn weggelaten. Sla het bestand opnieuw op in het programma waarmee het is gemaakt.`,
      }),
    "damaged-chapters": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `Hoofdstuk ${list} van “${file}” is beschadigd en is weggelaten.`,
        other: `De hoofdstukken ${list} van “${file}” zijn beschadigd en zijn weggelaten.`,
      }),
    "guessed-encoding": ({ file, encoding }) =>
      `“${file}” vermeldt de tekencodering niet; het is gelezen als ${encoding}. Zien letters er verkeerd uit, sla het bestand dan op als UTF-8 en voeg het opnieuw bij.`,
    "damaged-text": ({ file, placeCount }) =>
      plural(placeCount, {
        one: `“${file}” heeft ${formatCount(placeCount)} onleesbare plaats, weergegeven als “\ufffd”.`,
        other: `“${file}” heeft ${formatCount(placeCount)} onleesbare plaatsen, weergegeven als “\ufffd”.`,
      }),
  },
  pageList: (stretches, areAll) => (areAll ? stretches.join(", ") : `${stretches.join(", ")} en meer`),
  stretch: (first, last) => `${formatCount(first)}–${formatCount(last)}`,
};
