// The tables of Chinese, Japanese and Korean character codes that PDFs may refer to instead of holding them. They come in one
// lazy file, so that they are there without a network; those for UTF-8 and UTF-32 codes are left out, as PDFs use UTF-16.

const maps = import.meta.glob<string>(
  [
    "/node_modules/pdfjs-dist/cmaps/*.bcmap",
    "!/node_modules/pdfjs-dist/cmaps/*UTF8*.bcmap",
    "!/node_modules/pdfjs-dist/cmaps/*UTF32*.bcmap",
  ],
  { eager: true, import: "default", query: "?url&inline" },
);

const bytesOf = new Map<string, string>(
  Object.entries(maps).map(([path, url]) => [
    path.slice(path.lastIndexOf("/") + 1),
    url.slice(url.indexOf(",") + 1),
  ]),
);

export function readCharacterMap(fileName: string): Uint8Array {
  const base64 = bytesOf.get(fileName);
  if (base64 === undefined) throw new Error(`No character map ${fileName}`);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
