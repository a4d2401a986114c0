// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("pt");

const damaged = (file: string, what: string): string =>
  `“${file}” está danificado: ${what}. Abra-o no programa que o criou e salve-o de novo, ou cole o texto.`;

const unreadable = (file: string, why: string): string =>
  `Não foi possível ler “${file}”: ${why} Tente novamente; se acontecer de novo, recarregue a página.`;

const tooLong = (file: string, what: string): string =>
  `“${file}” ${what}. Divida-o e anexe a parte sobre a qual você quer perguntar.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `“${file}” passa de ${size} ao ser descompactado (${where}), o que não acontece com nenhum documento comum. Salve o conteúdo como texto simples e anexe-o.`;

const notRead = (file: string, what: string): string =>
  `“${file}” ${what}. Anexe um arquivo de texto, PDF, Word, EPUB ou HTML.`;

const characters = (count: number): string =>
  plural(count, {
    one: `${formatCount(count)} caractere`,
    many: `${formatCount(count)} de caracteres`,
    other: `${formatCount(count)} caracteres`,
  });

export const documentProblems: Texts["documentProblems"] = {
  image: ({ file }) => notRead(file, "é uma imagem"),
  "packed-archive": ({ file }) => notRead(file, "é um arquivo compactado"),
  program: ({ file }) => notRead(file, "é um programa"),
  model: ({ file }) => notRead(file, "é um modelo, não um documento"),
  "rich-text": ({ file }) =>
    `“${file}” está em Rich Text (RTF). Salve-o como .docx ou texto simples e anexe-o.`,
  "old-office": ({ file }) =>
    `“${file}” está em um formato antigo do Office. Salve-o como .docx ou PDF e anexe-o.`,
  spreadsheet: ({ file }) => `“${file}” é uma planilha. Salve-a como .csv e anexe-a.`,
  presentation: ({ file }) => `“${file}” é uma apresentação. Salve-a como PDF e anexe-a.`,
  "open-document": ({ file }) => `“${file}” é um arquivo OpenDocument. Salve-o como .docx ou PDF e anexe-o.`,
  "zip-archive": ({ file }) =>
    `“${file}” é um arquivo ZIP. Descompacte-o e anexe os documentos que estão nele.`,
  "binary-data": ({ file }) =>
    `“${file}” contém dados binários, não texto. Salve-o como texto, PDF, Word, EPUB ou HTML e anexe-o.`,
  "copy-protected": ({ file }) =>
    `“${file}” está protegido contra cópia (DRM). Anexe uma cópia sem proteção ou cole o texto.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `não é um PDF válido (${reason})`),
  "not-a-word-document": ({ file }) => damaged(file, "não é um documento do Word válido"),
  "nested-too-deeply": ({ file }) => damaged(file, "tem níveis aninhados demais"),
  "no-readable-page": ({ file }) => damaged(file, "nenhuma de suas páginas pode ser lida"),
  "no-contents": ({ file }) => damaged(file, "não diz onde está o conteúdo"),
  "no-chapters": ({ file }) => damaged(file, "não lista nenhum capítulo"),
  "no-readable-chapter": ({ file }) => damaged(file, "nenhum de seus capítulos pode ser lido"),
  "end-missing": ({ file }) => damaged(file, "falta o final, talvez esteja cortado"),
  "too-many-parts": ({ file, count }) => damaged(file, `diz ter ${formatCount(count)} partes`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `seu índice se interrompe após ${formatCount(found)} de ${formatCount(count)} partes`),
  "part-missing": ({ file, part }) => damaged(file, `falta a parte “${part}”`),
  "part-misplaced": ({ file, part }) => damaged(file, `a parte “${part}” não está onde o índice indica`),
  "part-cut-off": ({ file, part }) => damaged(file, `a parte “${part}” está cortada`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `a parte “${part}” está compactada de um modo desconhecido (${method})`),
  "part-packed-badly": ({ file, part }) => damaged(file, `a parte “${part}” não pode ser descompactada`),
  nonsense: ({ file, reason }) => damaged(file, `seu conteúdo não faz sentido (${reason})`),

  "password-needed": ({ file }) => `“${file}” está protegido por senha. Digite a senha para lê-lo.`,
  "password-wrong": ({ file }) => `A senha não abre “${file}”. Confira-a e digite-a de novo.`,
  "password-unsupported": ({ file }) =>
    `“${file}” está protegido por uma senha que não pode ser removida aqui. Salve uma cópia sem senha e anexe-a.`,

  empty: ({ file }) => `“${file}” não contém texto. Anexe outro arquivo ou cole o texto.`,
  "without-text": ({ file, pageCount }) =>
    pageCount === 1
      ? `A única página de “${file}” não contém texto: parece digitalizada. Aplique o reconhecimento de texto (OCR) e anexe o resultado.`
      : `Nenhuma das ${formatCount(pageCount)} páginas de “${file}” contém texto: ele parece digitalizado. Aplique o reconhecimento de texto (OCR) e anexe o resultado.`,

  "too-many-bytes": ({ file, bytes, limit }) =>
    `“${file}” tem ${formatBytes(bytes)} e um documento pode ter até ${formatBytes(limit)}. Anexe a parte sobre a qual você quer perguntar.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(file, `tem ${formatCount(pages)} páginas e um documento pode ter até ${formatCount(limit)}`),
  "too-many-characters": ({ file, limit }) => tooLong(file, `contém mais de ${characters(limit)}`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `contém mais de ${characters(limit)}, alcançados na página ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), part),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `“${file}” passa de ${formatCount(limit)} vezes o seu tamanho ao ser descompactado (${part}), como uma bomba ZIP. Salve o conteúdo como texto simples e anexe-o.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `página ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) =>
    unpacksTo(file, formatBytes(limit), "um fluxo de dados interno"),

  "too-slow": ({ file, limitSeconds }) =>
    `A leitura de “${file}” levou mais de ${formatSeconds(limitSeconds)}. Divida o documento ou cole a parte sobre a qual você quer perguntar.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `A leitura de “${file}” levou mais de ${formatSeconds(limitSeconds)} e a página ${formatCount(page)} de ${formatCount(pageCount)} não foi concluída. Divida o documento ou cole a parte sobre a qual você quer perguntar.`,
  "out-of-memory": ({ file }) =>
    `A leitura de “${file}” precisa de mais memória do que o navegador oferece. Feche outras abas, ou divida o documento e anexe uma parte.`,

  "file-gone": ({ file }) => unreadable(file, "ele mudou ou desapareceu desde que foi escolhido."),
  "worker-not-started": ({ file }) => unreadable(file, "não foi possível iniciar o leitor."),
  "worker-failed": ({ file, reason }) => unreadable(file, reason),
  "worker-message-lost": ({ file }) => unreadable(file, "uma mensagem se perdeu."),
};

export const documentWarnings: Texts["documentWarnings"] = {
  warnings: {
    "pages-without-text": ({ pages }, list) =>
      plural(pages.length, {
        one: `A página ${list} não tem texto: está digitalizada ou vazia. Para que páginas digitalizadas sejam lidas, aplique o reconhecimento de texto (OCR) ao arquivo e anexe o resultado.`,
        other: `As páginas ${list} não têm texto: estão digitalizadas ou vazias. Para que páginas digitalizadas sejam lidas, aplique o reconhecimento de texto (OCR) ao arquivo e anexe o resultado.`,
      }),
    "damaged-pages": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `A página ${list} de “${file}” não pôde ser lida e foi omitida. Salve o arquivo de novo no programa que o criou.`,
        other: `As páginas ${list} de “${file}” não puderam ser lidas e foram omitidas. Salve o arquivo de novo no programa que o criou.`,
      }),
    "damaged-chapters": ({ file, pages }, list) =>
      plural(pages.length, {
        one: `O capítulo ${list} de “${file}” está danificado e foi omitido.`,
        other: `Os capítulos ${list} de “${file}” estão danificados e foram omitidos.`,
      }),
    "guessed-encoding": ({ file, encoding }) =>
      `“${file}” não diz como os caracteres estão codificados; foi lido como ${encoding}. Se as letras parecerem erradas, salve-o como UTF-8 e anexe-o de novo.`,
    "damaged-text": ({ file, placeCount }) =>
      plural(placeCount, {
        one: `“${file}” tem ${formatCount(placeCount)} trecho ilegível, exibido como “\ufffd”.`,
        other: `“${file}” tem ${formatCount(placeCount)} trechos ilegíveis, exibidos como “\ufffd”.`,
      }),
  },
  pageList: (stretches, areAll) => (areAll ? stretches.join(", ") : `${stretches.join(", ")} e mais`),
  stretch: (first, last) => `${formatCount(first)}–${formatCount(last)}`,
};
