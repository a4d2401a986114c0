// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("es");

const damaged = (file: string, what: string): string =>
  `«${file}» está dañado: ${what}. Ábrelo en el programa con el que se creó y guárdalo de nuevo, o pega su texto.`;

const unreadable = (file: string, why: string): string =>
  `No se pudo leer «${file}»: ${why} Inténtalo de nuevo; si vuelve a ocurrir, recarga la página.`;

const tooLong = (file: string, what: string): string =>
  `«${file}» ${what}. Divídelo y adjunta la parte sobre la que quieres preguntar.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `«${file}» ocupa más de ${size} al descomprimirse (${where}), algo que no hace ningún documento normal. Guarda su texto como texto sin formato y adjúntalo.`;

const notRead = (file: string, what: string): string =>
  `«${file}» ${what}. Adjunta un archivo de texto, PDF, Word, EPUB o HTML.`;

const characters = (count: number): string =>
  plural(count, {
    one: `${formatCount(count)} carácter`,
    many: `${formatCount(count)} de caracteres`,
    other: `${formatCount(count)} caracteres`,
  });

export const documentProblems: Texts["documentProblems"] = {
  image: ({ file }) => notRead(file, "es una imagen"),
  "packed-archive": ({ file }) => notRead(file, "es un archivo comprimido"),
  program: ({ file }) => notRead(file, "es un programa"),
  model: ({ file }) => notRead(file, "es un modelo, no un documento"),
  "rich-text": ({ file }) =>
    `«${file}» es texto enriquecido (RTF). Guárdalo como .docx o como texto sin formato y adjúntalo.`,
  "old-office": ({ file }) =>
    `«${file}» está en un formato antiguo de Office. Guárdalo como .docx o PDF y adjúntalo.`,
  spreadsheet: ({ file }) => `«${file}» es una hoja de cálculo. Guarda la hoja como .csv y adjúntala.`,
  presentation: ({ file }) => `«${file}» es una presentación. Guárdala como PDF y adjúntala.`,
  "open-document": ({ file }) =>
    `«${file}» es un archivo OpenDocument. Guárdalo como .docx o PDF y adjúntalo.`,
  "zip-archive": ({ file }) =>
    `«${file}» es un archivo ZIP. Descomprímelo y adjunta los documentos que contiene.`,
  "binary-data": ({ file }) =>
    `«${file}» contiene datos binarios, no texto. Guárdalo como texto, PDF, Word, EPUB o HTML y adjúntalo.`,
  "copy-protected": ({ file }) =>
    `«${file}» está protegido contra copia (DRM). Adjunta una copia sin protección o pega el texto.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `no es un PDF válido (${reason})`),
  "not-a-word-document": ({ file }) => damaged(file, "no es un documento de Word válido"),
  "nested-too-deeply": ({ file }) => damaged(file, "tiene demasiados niveles anidados"),
  "no-readable-page": ({ file }) => damaged(file, "no se puede leer ninguna de sus páginas"),
  "no-contents": ({ file }) => damaged(file, "no indica dónde está su contenido"),
  "no-chapters": ({ file }) => damaged(file, "no enumera ningún capítulo"),
  "no-readable-chapter": ({ file }) => damaged(file, "no se puede leer ninguno de sus capítulos"),
  "end-missing": ({ file }) => damaged(file, "le falta el final, quizá esté cortado"),
  "too-many-parts": ({ file, count }) => damaged(file, `dice tener ${formatCount(count)} partes`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `su índice se interrumpe tras ${formatCount(found)} de ${formatCount(count)} partes`),
  "part-missing": ({ file, part }) => damaged(file, `falta su parte «${part}»`),
  "part-misplaced": ({ file, part }) => damaged(file, `su parte «${part}» no está donde dice el índice`),
  "part-cut-off": ({ file, part }) => damaged(file, `su parte «${part}» está cortada`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `su parte «${part}» está comprimida con un método desconocido (${method})`),
  "part-packed-badly": ({ file, part }) => damaged(file, `su parte «${part}» no se puede descomprimir`),
  nonsense: ({ file, reason }) => damaged(file, `su contenido no tiene sentido (${reason})`),

  "password-needed": ({ file }) =>
    `«${file}» está protegido con contraseña. Introduce la contraseña para leerlo.`,
  "password-wrong": ({ file }) => `La contraseña no abre «${file}». Compruébala e introdúcela de nuevo.`,
  "password-unsupported": ({ file }) =>
    `«${file}» está protegido con una contraseña que aquí no se puede quitar. Guarda una copia sin contraseña y adjúntala.`,

  empty: ({ file }) => `«${file}» no contiene texto. Adjunta otro archivo o pega el texto.`,
  "without-text": ({ file, pageCount }) =>
    plural(pageCount, {
      one: `La única página de «${file}» no contiene texto: parece escaneada. Pásale un reconocimiento de texto (OCR) y adjunta el resultado.`,
      other: `Ninguna de las ${formatCount(pageCount)} páginas de «${file}» contiene texto: parece escaneado. Pásale un reconocimiento de texto (OCR) y adjunta el resultado.`,
    }),

  "too-many-bytes": ({ file, bytes, limit }) =>
    `«${file}» ocupa ${formatBytes(bytes)} y un documento puede tener hasta ${formatBytes(limit)}. Adjunta la parte sobre la que quieres preguntar.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(
      file,
      `tiene ${formatCount(pages)} páginas y un documento puede tener hasta ${formatCount(limit)}`,
    ),
  "too-many-characters": ({ file, limit }) => tooLong(file, `contiene más de ${characters(limit)}`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `contiene más de ${characters(limit)}, alcanzados en la página ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), part),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `«${file}» ocupa al descomprimirse más de ${formatCount(limit)} veces su tamaño (${part}), como hace una bomba ZIP. Guarda su texto como texto sin formato y adjúntalo.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `página ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) =>
    unpacksTo(file, formatBytes(limit), "un flujo de datos interno"),

  "too-slow": ({ file, limitSeconds }) =>
    `Leer «${file}» llevó más de ${formatSeconds(limitSeconds)}. Divide el documento o pega la parte sobre la que quieres preguntar.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `Leer «${file}» llevó más de ${formatSeconds(limitSeconds)} y la página ${formatCount(page)} de ${formatCount(pageCount)} no se terminó. Divide el documento o pega la parte sobre la que quieres preguntar.`,
  "out-of-memory": ({ file }) =>
    `Leer «${file}» requiere más memoria de la que da el navegador. Cierra otras pestañas, o divide el documento y adjunta una parte.`,

  "file-gone": ({ file }) => unreadable(file, "ha cambiado o ya no existe desde que se eligió."),
  "worker-not-started": ({ file }) => unreadable(file, "no se pudo iniciar el lector."),
  "worker-failed": ({ file, reason }) => unreadable(file, reason),
  "worker-message-lost": ({ file }) => unreadable(file, "se perdió un mensaje."),
};

export const documentWarnings: Texts["documentWarnings"] = {
  warnings: {
    "pages-without-text": ({ pages }, list) =>
      plural(pages.length, {
        one: `La página ${list} no tiene texto: está escaneada o vacía. Para que se lean las páginas escaneadas, pasa un reconocimiento de texto (OCR) al archivo y adjunta el resultado.`,
        other: `Las páginas ${list} no tienen texto: están escaneadas o vacías. Para que se lean las páginas escaneadas, pasa un reconocimiento de texto (OCR) al archivo y adjunta el resultado.`,
      }),
    "damaged-pages": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `La página ${list} de «${file}» no se pudo leer y se omitió. Guarda de nuevo el archivo en el programa con el que se creó.`,
        other: `Las páginas ${list} de «${file}» no se pudieron leer y se omitieron. Guarda de nuevo el archivo en el programa con el que se creó.`,
      }),
    "damaged-chapters": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `El capítulo ${list} de «${file}» está dañado y se omitió.`,
        other: `Los capítulos ${list} de «${file}» están dañados y se omitieron.`,
      }),
    "guessed-encoding": ({ file, encoding }) =>
      `«${file}» no indica su codificación de caracteres; se leyó como ${encoding}. Si las letras se ven mal, guárdalo como UTF-8 y adjúntalo de nuevo.`,
    "damaged-text": ({ file, placeCount }) =>
      plural(placeCount, {
        one: `«${file}» tiene ${formatCount(placeCount)} punto ilegible, que se muestra como «\ufffd».`,
        other: `«${file}» tiene ${formatCount(placeCount)} puntos ilegibles, que se muestran como «\ufffd».`,
      }),
  },
  pageList: (stretches, areAll) => (areAll ? stretches.join(", ") : `${stretches.join(", ")} y más`),
  stretch: (first, last) => `${formatCount(first)}–${formatCount(last)}`,
};
