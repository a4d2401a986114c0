// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("it");

const damaged = (file: string, what: string): string =>
  `“${file}” è danneggiato: ${what}. Aprilo nel programma che lo ha creato e salvalo di nuovo, oppure incolla il testo.`;

const unreadable = (file: string, why: string): string =>
  `Impossibile leggere “${file}”: ${why} Riprova; se succede ancora, ricarica la pagina.`;

const tooLong = (file: string, what: string): string =>
  `“${file}” ${what}. Dividilo e allega la parte su cui vuoi fare domande.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `“${file}” supera ${size} una volta decompresso (${where}), cosa che non succede con un documento normale. Salva il contenuto come testo semplice e allega quello.`;

const notRead = (file: string, what: string): string =>
  `“${file}” ${what}. Allega un file di testo, PDF, Word, EPUB o HTML.`;

const characters = (count: number): string =>
  plural(count, { one: `${formatCount(count)} carattere`, other: `${formatCount(count)} caratteri` });

export const documentProblems: Texts["documentProblems"] = {
  image: ({ file }) => notRead(file, "è un’immagine"),
  "packed-archive": ({ file }) => notRead(file, "è un archivio compresso"),
  program: ({ file }) => notRead(file, "è un programma"),
  model: ({ file }) => notRead(file, "è un modello, non un documento"),
  "rich-text": ({ file }) =>
    `“${file}” è in formato Rich Text (RTF). Salvalo come .docx o testo semplice e allega quello.`,
  "old-office": ({ file }) =>
    `“${file}” è in un vecchio formato di Office. Salvalo come .docx o PDF e allega quello.`,
  spreadsheet: ({ file }) => `“${file}” è un foglio di calcolo. Salva il foglio come .csv e allega quello.`,
  presentation: ({ file }) => `“${file}” è una presentazione. Salvala come PDF e allega quello.`,
  "open-document": ({ file }) =>
    `“${file}” è un file OpenDocument. Salvalo come .docx o PDF e allega quello.`,
  "zip-archive": ({ file }) => `“${file}” è un archivio ZIP. Estrai i documenti che contiene e allegali.`,
  "binary-data": ({ file }) =>
    `“${file}” contiene dati binari, non testo. Salvalo come testo, PDF, Word, EPUB o HTML e allega quello.`,
  "copy-protected": ({ file }) =>
    `“${file}” è protetto dalla copia (DRM). Allega una copia senza protezione o incolla il testo.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `non è un PDF valido (${reason})`),
  "not-a-word-document": ({ file }) => damaged(file, "non è un documento Word valido"),
  "nested-too-deeply": ({ file }) => damaged(file, "ha troppi livelli annidati"),
  "no-readable-page": ({ file }) => damaged(file, "nessuna delle sue pagine può essere letta"),
  "no-contents": ({ file }) => damaged(file, "non indica dove si trova il contenuto"),
  "no-chapters": ({ file }) => damaged(file, "non elenca alcun capitolo"),
  "no-readable-chapter": ({ file }) => damaged(file, "nessuno dei suoi capitoli può essere letto"),
  "end-missing": ({ file }) => damaged(file, "manca la fine, forse è troncato"),
  "too-many-parts": ({ file, count }) => damaged(file, `dichiara di avere ${formatCount(count)} parti`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `l’indice si interrompe dopo ${formatCount(found)} di ${formatCount(count)} parti`),
  "part-missing": ({ file, part }) => damaged(file, `manca la parte “${part}”`),
  "part-misplaced": ({ file, part }) => damaged(file, `la parte “${part}” non è dove indica l’indice`),
  "part-cut-off": ({ file, part }) => damaged(file, `la parte “${part}” è troncata`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `la parte “${part}” è compressa in un modo sconosciuto (${method})`),
  "part-packed-badly": ({ file, part }) => damaged(file, `la parte “${part}” non può essere decompressa`),
  nonsense: ({ file, reason }) => damaged(file, `il contenuto non ha senso (${reason})`),

  "password-needed": ({ file }) => `“${file}” è protetto da password. Inserisci la password per leggerlo.`,
  "password-wrong": ({ file }) => `La password non apre “${file}”. Controllala e inseriscila di nuovo.`,
  "password-unsupported": ({ file }) =>
    `“${file}” è protetto da una password che qui non può essere rimossa. Salva una copia senza password e allega quella.`,

  empty: ({ file }) => `“${file}” non contiene testo. Allega un altro file o incolla il testo.`,
  "without-text": ({ file, pageCount }) =>
    pageCount === 1
      ? `L’unica pagina di “${file}” non contiene testo: sembra una scansione. Applica il riconoscimento del testo (OCR) e allega il risultato.`
      : `Nessuna delle ${formatCount(pageCount)} pagine di “${file}” contiene testo: sembra una scansione. Applica il riconoscimento del testo (OCR) e allega il risultato.`,

  "too-many-bytes": ({ file, bytes, limit }) =>
    `“${file}” occupa ${formatBytes(bytes)} e un documento può arrivare a ${formatBytes(limit)}. Allega la parte su cui vuoi fare domande.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(file, `ha ${formatCount(pages)} pagine e un documento può averne ${formatCount(limit)}`),
  "too-many-characters": ({ file, limit }) => tooLong(file, `contiene più di ${characters(limit)}`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `contiene più di ${characters(limit)}, raggiunti a pagina ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), part),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `Una volta decompresso, “${file}” supera ${formatCount(limit)} volte la sua dimensione (${part}), come una bomba ZIP. Salva il contenuto come testo semplice e allega quello.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `pagina ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) =>
    unpacksTo(file, formatBytes(limit), "un flusso di dati interno"),

  "too-slow": ({ file, limitSeconds }) =>
    `La lettura di “${file}” ha richiesto più di ${formatSeconds(limitSeconds)}. Dividi il documento o incolla la parte su cui vuoi fare domande.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `La lettura di “${file}” ha richiesto più di ${formatSeconds(limitSeconds)} e la pagina ${formatCount(page)} di ${formatCount(pageCount)} non è stata completata. Dividi il documento o incolla la parte su cui vuoi fare domande.`,
  "out-of-memory": ({ file }) =>
    `La lettura di “${file}” richiede più memoria di quanta ne conceda il browser. Chiudi altre schede, oppure dividi il documento e allegane una parte.`,

  "file-gone": ({ file }) => unreadable(file, "è stato modificato o rimosso dopo la scelta."),
  "worker-not-started": ({ file }) => unreadable(file, "il lettore non si è avviato."),
  "worker-failed": ({ file, reason }) => unreadable(file, reason),
  "worker-message-lost": ({ file }) => unreadable(file, "un messaggio è andato perso."),
};

export const documentWarnings: Texts["documentWarnings"] = {
  warnings: {
    "pages-without-text": ({ pages }, list) =>
      plural(pages.length, {
        one: `La pagina ${list} non ha testo: è una scansione o è vuota. Per far leggere le pagine scansionate, applica al file il riconoscimento del testo (OCR) e allega il risultato.`,
        other: `Le pagine ${list} non hanno testo: sono scansioni o sono vuote. Per far leggere le pagine scansionate, applica al file il riconoscimento del testo (OCR) e allega il risultato.`,
      }),
    "damaged-pages": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `La pagina ${list} di “${file}” non è leggibile ed è stata omessa. Salva di nuovo il file nel programma che lo ha creato.`,
        other: `Le pagine ${list} di “${file}” non sono leggibili e sono state omesse. Salva di nuovo il file nel programma che lo ha creato.`,
      }),
    "damaged-chapters": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `Il capitolo ${list} di “${file}” è danneggiato ed è stato omesso.`,
        other: `I capitoli ${list} di “${file}” sono danneggiati e sono stati omessi.`,
      }),
    "guessed-encoding": ({ file, encoding }) =>
      `“${file}” non indica la codifica dei caratteri; è stato letto come ${encoding}. Se le lettere sembrano sbagliate, salvalo come UTF-8 e allegalo di nuovo.`,
    "damaged-text": ({ file, placeCount }) =>
      plural(placeCount, {
        one: `“${file}” ha ${formatCount(placeCount)} punto illeggibile, mostrato come “\ufffd”.`,
        other: `“${file}” ha ${formatCount(placeCount)} punti illeggibili, mostrati come “\ufffd”.`,
      }),
  },
  pageList: (stretches, areAll) => (areAll ? stretches.join(", ") : `${stretches.join(", ")} e altre`),
  stretch: (first, last) => `${formatCount(first)}–${formatCount(last)}`,
};
