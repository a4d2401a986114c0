// The list of keys, and what they say when they have done something unseen.
import type { Texts } from "../catalogue";

export const shortcuts: Texts["shortcuts"] = {
  title: "Atalhos de teclado",
  groups: { writing: "Escrita", chats: "Conversas", answers: "Respostas", page: "Esta página" },
  what: {
    send: "Enviar a mensagem",
    newline: "Começar uma nova linha",
    "recall-older": "A mensagem enviada antes",
    "recall-newer": "De volta ao rascunho",
    "paste-as-text": "Colar como texto, por mais longo que seja",
    "focus-composer": "Ir para a mensagem",
    "new-chat": "Nova conversa",
    "search-chats": "Pesquisar conversas",
    "toggle-sidebar": "Mostrar ou ocultar a barra lateral",
    "rename-chat": "Renomear esta conversa",
    "delete-chat": "Excluir esta conversa",
    stop: "Parar a resposta",
    "copy-answer": "Copiar a última resposta",
    "copy-code": "Copiar o último bloco de código",
    "search-document": "Pesquisar no documento aberto",
    undo: "Desfazer uma exclusão",
    settings: "Configurações",
    shortcuts: "Esta lista",
  },
  or: "ou",
  answerCopied: "Resposta copiada.",
  codeCopied: "Código copiado.",
  noAnswer: "Não há resposta para copiar.",
  noCode: "Não há código nas últimas respostas.",
  notCopied: "O navegador não permitiu copiar",
};
