// The list of keys, and what they say when they have done something unseen.
import type { Texts } from "../catalogue";

export const shortcuts: Texts["shortcuts"] = {
  title: "Atajos de teclado",
  groups: { writing: "Escritura", chats: "Chats", answers: "Respuestas", page: "Esta página" },
  what: {
    send: "Enviar el mensaje",
    newline: "Empezar una línea nueva",
    "recall-older": "El mensaje enviado antes",
    "recall-newer": "Volver hacia el borrador",
    "paste-as-text": "Pegar como texto, por largo que sea",
    "focus-composer": "Ir al mensaje",
    "new-chat": "Chat nuevo",
    "search-chats": "Buscar chats",
    "toggle-sidebar": "Mostrar u ocultar la barra lateral",
    "rename-chat": "Cambiar el nombre de este chat",
    "delete-chat": "Eliminar este chat",
    stop: "Detener la respuesta",
    "copy-answer": "Copiar la última respuesta",
    "copy-code": "Copiar el último bloque de código",
    "search-document": "Buscar en el documento abierto",
    undo: "Deshacer una eliminación",
    settings: "Configuración",
    shortcuts: "Esta lista",
  },
  or: "o",
  answerCopied: "Respuesta copiada.",
  codeCopied: "Código copiado.",
  noAnswer: "No hay ninguna respuesta que copiar.",
  noCode: "No hay código en las últimas respuestas.",
  notCopied: "El navegador no permitió copiar",
};
