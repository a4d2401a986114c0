// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const storage: Texts["storage"] = {
  title: "Almacenamiento",
  open: "Ver lo que hay guardado",
  used: (bytes) => `${formatBytes(bytes)} en uso.`,
  usedOf: (bytes, quota) => `${formatBytes(bytes)} en uso de unos ${formatBytes(quota)} permitidos.`,
  promised: "El navegador ha prometido conservarlo.",
  unreadable:
    "Esta versión no puede leer una parte de lo guardado aquí. Se queda como está y aparece en una exportación JSON de todas las conversaciones.",
  mayRemove: "El navegador puede eliminarlo si queda poco espacio en el disco.",
  askToKeep: "Pedir al navegador que lo conserve",
  refusedToKeep:
    "El navegador no lo prometió. Si la página se instala como aplicación o se usa a menudo, puede que lo haga más adelante.",
  partsOf: "Qué ocupa el espacio",

  models: "Modelos",
  reading: "Lecturas recordadas",
  documents: "Documentos",
  chats: "Chats",
  rest: "La propia página y lo demás",

  none: "Todavía no hay ninguno.",
  noReading:
    "Todavía nada. Tras un texto largo, el modelo conserva lo que leyó y sigue desde ahí la próxima vez.",
  readingHelp: "Al eliminar una no se pierde texto: se vuelve a leer cuando haga falta.",
  state: ({ kind, tokenCount, byteLength, sharedBytes }) => {
    const parts = [
      kind === "document" ? "Documento" : "Chat",
      `${formatCount(tokenCount)} tokens`,
      formatBytes(byteLength),
    ];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} compartidos`);
    return parts.join(" · ");
  },
  document: (textBytes, stateBytes) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)} y ${formatBytes(stateBytes)} recordados`
      : formatBytes(textBytes),
  delete: (name) => `Eliminar ${name}`,
  forget: (name) => `Olvidar ${name}`,
  forgetAll: "Olvidar todo",
  more: (count) => `${formatCount(count)} más`,
  openLibrary: "Abrir la biblioteca",
};
