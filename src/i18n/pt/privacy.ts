// The lock, and what may leave the device; fetched when it is first shown.
import type { PrivacyTexts } from "../privacy-texts";

export const privacy: PrivacyTexts = {
  title: "O que sai deste dispositivo",
  lock: "Bloquear: nada sai deste dispositivo",
  unlock: "Desbloquear",
  reload: "Recarregar esta página",
  locked: "Bloqueio offline",
  lockedLabel: "Bloqueado: nada sai deste dispositivo",
  lockedHelp:
    "O navegador recusa qualquer ligação a esta página, que acabou de tentar uma. As transferências e as versões novas esperam, e os links ficam fechados, até desbloquear. Ao desbloquear, a página é recarregada.",
  openLabel: "Não bloqueado: é possível baixar modelos",
  lockHelp:
    "O seu modelo já está aqui e nada mais é preciso de fora. Com o bloqueio, o navegador recusa qualquer ligação até o abrir de novo. Ao bloquear, a página é recarregada.",
  modelFirst: "O bloqueio pode ser ativado quando houver um modelo neste dispositivo.",
  unavailable:
    "Para o bloqueio, este navegador precisa de ter guardado a aplicação. Demora um momento após a primeira visita; as janelas privadas podem não o permitir.",
  loose: "Bloqueio sem efeito",
  looseLabel: "O bloqueio está ativado, mas não tem efeito nesta aba",
  looseHelp:
    "Esta aba foi carregada antes do bloqueio ou sem passar por ele. Recarregue-a para que tenha efeito.",
  staysTitle: "O que fica aqui",
  stays: [
    "Os chats, os documentos e as respostas ficam guardados neste navegador. As partes da aplicação que os leem não podem ligar-se a outro site: o navegador impede-o.",
    "Nada do que uma resposta ou um documento nomeie é carregado: nem imagens, nem estilos, nem scripts.",
  ],
  leavesTitle: "O que sai enquanto não está bloqueado",
  leaves: [
    "Uma transferência pede o arquivo ao servidor do modelo. Ele vê o seu endereço de rede e qual o arquivo, mais nada.",
    "Um link abre outro site quando clica nele.",
    "Ao servidor desta aplicação pedem-se os arquivos dela e as versões novas.",
  ],
  browserAsks:
    "Mesmo com o bloqueio, o navegador pode verificar por si se o servidor desta aplicação tem uma versão nova (o arquivo sw.js). Esse pedido não leva nada seu.",
  linkKeptClosed: "A página está bloqueada, por isso o link não foi aberto.",
  downloadRefused:
    "Esta página está bloqueada para que nada saia deste dispositivo. Para baixar, clique no cadeado ao lado do nome do modelo e desbloqueie.",
  licences: "Licenças do software desta aplicação",
};
