// XML as a stream of tags, names without their prefixes. Entities that a file defines for itself stay as written, so that
// none can grow.
import { Parser } from "htmlparser2";

export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const localName = (name: string): string => name.slice(name.lastIndexOf(":") + 1);

export function readXml(source: string, handler: XmlHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(localName(name), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(localName(name)),
    },
    { xmlMode: true },
  );
  parser.end(source);
}

/** The words of the first element of a name, or null. */
export function findXmlText(source: string, element: string): string | null {
  let found: string | null = null;
  let isInside = false;
  readXml(source, {
    open: (name) => {
      if (name !== element || found !== null) return;
      isInside = true;
      found = "";
    },
    text: (text) => {
      if (isInside) found += text;
    },
    close: (name) => {
      if (name === element) isInside = false;
    },
  });
  return found;
}
