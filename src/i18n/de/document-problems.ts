// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

/** The same way out for every kind of damage. */
const damaged = (file: string, what: string): string =>
  `„${file}“ ist beschädigt: ${what}. Öffnen Sie die Datei in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie erneut, oder fügen Sie ihren Text ein.`;

const unreadable = (file: string, why: string): string =>
  `„${file}“ konnte nicht gelesen werden: ${why} Versuchen Sie es erneut; wenn es wieder geschieht, laden Sie die Seite neu.`;

const tooLong = (file: string, what: string): string =>
  `„${file}“ ${what}. Teilen Sie die Datei, und hängen Sie den Teil an, zu dem Sie fragen möchten.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `„${file}“ ist entpackt größer als ${size} (${where}), was bei keinem gewöhnlichen Dokument vorkommt. Speichern Sie den Text als reinen Text, und hängen Sie diesen an.`;

const notRead = (file: string, what: string): string =>
  `„${file}“ ist ${what}. Hängen Sie eine Text-, PDF-, Word-, EPUB- oder HTML-Datei an.`;

const asDocxOrPdf = "Speichern Sie die Datei als .docx oder PDF, und hängen Sie diese an.";
const recognise = "Wenden Sie eine Texterkennung (OCR) auf die Datei an, und hängen Sie das Ergebnis an.";

export const documentProblems: Texts["documentProblems"] = {
  image: ({ file }) => notRead(file, "ein Bild"),
  "packed-archive": ({ file }) => notRead(file, "ein gepacktes Archiv"),
  program: ({ file }) => notRead(file, "ein Programm"),
  model: ({ file }) => notRead(file, "ein Modell, kein Dokument"),
  "rich-text": ({ file }) =>
    `„${file}“ ist Rich Text. Speichern Sie die Datei als .docx oder reinen Text, und hängen Sie diese an.`,
  "old-office": ({ file }) => `„${file}“ hat ein altes Office-Format. ${asDocxOrPdf}`,
  spreadsheet: ({ file }) =>
    `„${file}“ ist eine Tabellenkalkulation. Speichern Sie das Blatt als .csv, und hängen Sie dieses an.`,
  presentation: ({ file }) =>
    `„${file}“ ist eine Präsentation. Speichern Sie sie als PDF, und hängen Sie dieses an.`,
  "open-document": ({ file }) => `„${file}“ ist eine OpenDocument-Datei. ${asDocxOrPdf}`,
  "zip-archive": ({ file }) =>
    `„${file}“ ist ein ZIP-Archiv. Entpacken Sie es, und hängen Sie die enthaltenen Dokumente an.`,
  "binary-data": ({ file }) =>
    `„${file}“ enthält Binärdaten, keinen Text. Speichern Sie den Inhalt als Text, PDF, Word, EPUB oder HTML, und hängen Sie diese Datei an.`,
  "copy-protected": ({ file }) =>
    `„${file}“ ist kopiergeschützt (DRM). Hängen Sie eine Kopie ohne Schutz an, oder fügen Sie den Text ein.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `kein gültiges PDF (${reason})`),
  "not-a-word-document": ({ file }) => damaged(file, "kein gültiges Word-Dokument"),
  "nested-too-deeply": ({ file }) => damaged(file, "zu tief verschachtelt"),
  "no-readable-page": ({ file }) => damaged(file, "keine der Seiten kann gelesen werden"),
  "no-contents": ({ file }) => damaged(file, "es fehlt die Angabe, wo der Inhalt steht"),
  "no-chapters": ({ file }) => damaged(file, "es sind keine Kapitel aufgeführt"),
  "no-readable-chapter": ({ file }) => damaged(file, "keines der Kapitel kann gelesen werden"),
  "end-missing": ({ file }) => damaged(file, "das Ende fehlt, womöglich ist die Datei abgeschnitten"),
  "too-many-parts": ({ file, count }) => damaged(file, `angeblich enthält sie ${formatCount(count)} Teile`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `das Verzeichnis bricht nach ${formatCount(found)} von ${formatCount(count)} Teilen ab`),
  "part-missing": ({ file, part }) => damaged(file, `der Teil „${part}“ fehlt`),
  "part-misplaced": ({ file, part }) =>
    damaged(file, `der Teil „${part}“ steht nicht dort, wo das Verzeichnis ihn nennt`),
  "part-cut-off": ({ file, part }) => damaged(file, `der Teil „${part}“ ist abgeschnitten`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `der Teil „${part}“ ist auf unbekannte Weise gepackt (${method})`),
  "part-packed-badly": ({ file, part }) => damaged(file, `der Teil „${part}“ kann nicht entpackt werden`),
  nonsense: ({ file, reason }) => damaged(file, `der Inhalt ergibt keinen Sinn (${reason})`),

  "password-needed": ({ file }) =>
    `„${file}“ ist durch ein Passwort geschützt. Geben Sie das Passwort ein, um die Datei zu lesen.`,
  "password-wrong": ({ file }) =>
    `Das Passwort öffnet „${file}“ nicht. Prüfen Sie es, und geben Sie es erneut ein.`,
  "password-unsupported": ({ file }) =>
    `„${file}“ ist durch ein Passwort geschützt, das hier nicht entfernt werden kann. Speichern Sie eine Kopie ohne Passwort, und hängen Sie diese an.`,

  empty: ({ file }) =>
    `„${file}“ enthält keinen Text. Hängen Sie eine andere Datei an, oder fügen Sie den Text ein.`,
  "without-text": ({ file, pageCount }) =>
    plural(pageCount, {
      one: `Die einzige Seite von „${file}“ enthält keinen Text: Sie scheint eingescannt zu sein. ${recognise}`,
      other: `Keine der ${formatCount(pageCount)} Seiten von „${file}“ enthält Text: Sie scheinen eingescannt zu sein. ${recognise}`,
    }),

  "too-many-bytes": ({ file, bytes, limit }) =>
    `„${file}“ hat ${formatBytes(bytes)}, und ein Dokument darf ${formatBytes(limit)} haben. Hängen Sie den Teil an, zu dem Sie fragen möchten.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(file, `hat ${formatCount(pages)} Seiten, und ein Dokument darf ${formatCount(limit)} haben`),
  "too-many-characters": ({ file, limit }) => tooLong(file, `enthält mehr als ${formatCount(limit)} Zeichen`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `enthält mehr als ${formatCount(limit)} Zeichen, erreicht auf Seite ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), part),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `„${file}“ ist entpackt mehr als ${formatCount(limit)}-mal so groß (${part}), wie eine ZIP-Bombe. Speichern Sie den Text als reinen Text, und hängen Sie diesen an.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `Seite ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) =>
    unpacksTo(file, formatBytes(limit), "ein enthaltener Datenstrom"),

  "too-slow": ({ file, limitSeconds }) =>
    `Das Lesen von „${file}“ hat länger als ${formatSeconds(limitSeconds)} gedauert. Teilen Sie das Dokument, oder fügen Sie den Teil ein, zu dem Sie fragen möchten.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `Das Lesen von „${file}“ hat länger als ${formatSeconds(limitSeconds)} gedauert, und Seite ${formatCount(page)} von ${formatCount(pageCount)} war noch nicht fertig. Teilen Sie das Dokument, oder fügen Sie den Teil ein, zu dem Sie fragen möchten.`,
  "out-of-memory": ({ file }) =>
    `Das Lesen von „${file}“ braucht mehr Arbeitsspeicher, als der Browser gewährt. Schließen Sie andere Tabs, oder teilen Sie das Dokument und hängen Sie einen Teil an.`,

  "file-gone": ({ file }) => unreadable(file, "Die Datei wurde seit der Auswahl geändert oder entfernt."),
  "worker-not-started": ({ file }) => unreadable(file, "Das Leseprogramm konnte nicht gestartet werden."),
  "worker-failed": ({ file, reason }) => unreadable(file, reason),
  "worker-message-lost": ({ file }) => unreadable(file, "Eine interne Nachricht ging verloren."),
};

export const documentWarnings: Texts["documentWarnings"] = {
  warnings: {
    "pages-without-text": ({ pages }, list) =>
      plural(pages.length, {
        one: `Seite ${list} enthält keinen Text: eingescannt oder leer. Damit eingescannte Seiten gelesen werden: ${recognise}`,
        other: `Die Seiten ${list} enthalten keinen Text: eingescannt oder leer. Damit eingescannte Seiten gelesen werden: ${recognise}`,
      }),
    "damaged-pages": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `Seite ${list} von „${file}“ konnte nicht gelesen werden und wurde ausgelassen. Speichern Sie die Datei in dem Programm, mit dem sie erstellt wurde, erneut.`,
        other: `Die Seiten ${list} von „${file}“ konnten nicht gelesen werden und wurden ausgelassen. Speichern Sie die Datei in dem Programm, mit dem sie erstellt wurde, erneut.`,
      }),
    "damaged-chapters": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `Kapitel ${list} von „${file}“ ist beschädigt und wurde ausgelassen.`,
        other: `Die Kapitel ${list} von „${file}“ sind beschädigt und wurden ausgelassen.`,
      }),
    "guessed-encoding": ({ file, encoding }) =>
      `„${file}“ gibt die Zeichenkodierung nicht an; gelesen wurde die Datei als ${encoding}. Wenn Buchstaben falsch aussehen, speichern Sie sie als UTF-8, und hängen Sie sie erneut an.`,
    "damaged-text": ({ file, placeCount }) =>
      plural(placeCount, {
        one: `„${file}“ hat ${formatCount(placeCount)} unlesbare Stelle, dargestellt als „\ufffd“.`,
        other: `„${file}“ hat ${formatCount(placeCount)} unlesbare Stellen, dargestellt als „\ufffd“.`,
      }),
  },
  pageList: (stretches, areAll) => (areAll ? stretches.join(", ") : `${stretches.join(", ")} und weitere`),
  stretch: (first, last) => `${formatCount(first)}–${formatCount(last)}`,
};
