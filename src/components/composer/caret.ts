// Where the caret of a text box stands among its lines as they are drawn, wrapped ones included.

/** ↑ would leave the text. */
export function isOnFirstLine(box: HTMLTextAreaElement): boolean {
  const { value, selectionStart, selectionEnd } = box;
  if (selectionStart !== selectionEnd) return false;
  const before = value.slice(0, selectionStart);
  return !before.includes("\n") && fitsOnLine(box, before);
}

/** ↓ would leave the text. */
export function isOnLastLine(box: HTMLTextAreaElement): boolean {
  const { value, selectionStart, selectionEnd } = box;
  if (selectionStart !== selectionEnd) return false;
  if (selectionEnd === value.length) return true;
  const line = value.slice(value.lastIndexOf("\n") + 1);
  return !value.slice(selectionEnd).includes("\n") && fitsOnLine(box, line);
}

let canvas: CanvasRenderingContext2D | null = null;

function fitsOnLine(box: HTMLTextAreaElement, text: string): boolean {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (!canvas || text === "") return true;
  const style = getComputedStyle(box);
  const { fontStyle, fontWeight, fontSize, fontFamily } = style;
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
  return canvas.measureText(text).width <= box.clientWidth - padding;
}
