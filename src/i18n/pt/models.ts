// Models: the panel, the button that opens it, downloads, loading, and what this machine can be expected to do.
import {
  formatAbout,
  formatBytes,
  formatCount,
  formatShare,
  formatSpeed,
  formatWait,
} from "../../stores/format";
import type { Texts } from "../catalogue";

const descriptions: Texts["models"]["descriptions"] = {
  "jamba-tiny-q4_k_m":
    "Um Jamba de 9,6 milhões de parâmetros que responde sobre um documento colado; vem com o aplicativo.",
  "jamba2-3b-q4_k_m": "O modelo da AI21 para o dia a dia: o menor e mais rápido.",
  "jamba2-3b-q5_k_m": "Um pouco mais próximo do original que o Q4_K_M e um pouco mais lento.",
  "jamba2-3b-q6_k_l": "Difícil de distinguir do original, com embeddings de 8 bits.",
  "jamba2-3b-q8_0": "Tão bom quanto o original; para GPUs com 6 GB ou mais.",
  "jamba-reasoning-3b-q4_k_m": "O modelo da AI21 que pensa antes de responder.",
};

const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

export const models: Texts["models"] = {
  title: "Modelos",
  titlePrefix: "Modelos:",
  onThisDevice: "Neste dispositivo",
  available: "Disponíveis",
  yourOwn: "Os seus",
  nothingYet: "Ainda não há nada.",
  allHere: "Todos já estão aqui.",
  more: (count) => `Mais modelos e tamanhos (${formatCount(count)})`,
  descriptions,
  licence: (name) => `Licença: ${name}`,
  download: "Baixar",
  downloadOf: (size) => `Baixar ${size}`,
  downloadModel: (name, size) => `Baixar ${name} ${size}`,
  use: "Usar",
  inUse: "Em uso",
  templateUnknown:
    "O arquivo deste modelo traz um formato de conversa próprio, que este aplicativo não conhece e não executa; as conversas são escritas no formato usual (ChatML), por isso as respostas podem ser piores do que deveriam.",
  loadingThis: "Carregando…",
  resume: "Retomar",
  delete: (name) => `Excluir ${name}`,
  stored: (bytes, origin) => {
    const origins = {
      bundled: "vem com o aplicativo",
      catalogue: "",
      url: "de um endereço da web",
      file: "de um arquivo",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes, bytes) =>
    `${formatShare(storedBytes, bytes)} de ${formatBytes(bytes)} já está aqui`,
  gone: "O último modelo que você usou não está mais aqui: o navegador liberou o armazenamento. Baixe-o de novo em Modelos.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError:
      "O driver gráfico foi reiniciado. O modelo é carregado novamente sozinho e a resposta continua de onde estava.",
    WorkerDiedError:
      "O processo do modelo parou. Ele é iniciado novamente sozinho e a resposta continua de onde estava.",
    EngineMovedError:
      "A aba que executava o modelo foi fechada. Esta o carrega agora, e a resposta continua de onde estava.",
  },
  openModels: "Abrir Modelos",
  isReady: (name) => `${name} está pronto.`,
  useItNow: "Usar agora",
  theModel: "o modelo",

  gpu: "GPU:",
  gpuWithoutName: "sem nome",
  isFallback: "O processador está fazendo o papel da GPU: funciona, mas devagar.",

  machine: {
    title: "Este computador",
    measuring: "Medindo do que este computador é capaz…",
    notMeasured: "Não se mede enquanto o modelo está trabalhando.",
    failed: "Não foi possível medir este computador.",
    measure: "Medir agora",
    measureAgain: "Medir de novo",
    measured: (gigabytesPerSecond, teraflopsPerSecond) =>
      `Lê a memória a cerca de ${formatAbout(gigabytesPerSecond)} GB/s e calcula a cerca de ${formatAbout(teraflopsPerSecond)} TFLOP/s.`,
  },

  forecast: {
    pace: (tokensPerSecond, pace) => {
      const speed =
        tokensPerSecond < 1
          ? "Menos de 1 token/s aqui"
          : `Cerca de ${formatAbout(tokensPerSecond)} tokens/s aqui`;
      const feelings = {
        fast: "mais rápido do que se lê",
        readable: "mais ou menos no ritmo da leitura",
        slow: "mais devagar do que se lê",
        poor: "lento demais para a maioria dos usos",
      };
      return `${speed}: ${feelings[pace]}.`;
    },
    page: (seconds) =>
      seconds < 1
        ? "Lê mais de uma página por segundo."
        : `Lê uma página em cerca de ${formatWait(seconds)}.`,
    wholeContext: "Todo o seu contexto cabe.",
    context: (tokens) => `Cabe um contexto de cerca de ${formatCount(tokens)} tokens.`,
    noRoom: (needed, found) =>
      `Precisa de ${formatBytes(needed)} de memória de GPU, e foram encontrados ${formatBytes(found)} livres.`,
    noStorage: (missing) => `Faltam ${formatBytes(missing)} no armazenamento do navegador.`,
    downloadAnyway: (size) => `Baixar mesmo assim, ${size}`,
    downloadModelAnyway: (name, size) => `Baixar ${name} mesmo assim, ${size}`,
    loadAnyway: "Carregar mesmo assim",
  },

  own: {
    fromFile: "Ou use um arquivo deste computador; soltá-lo em qualquer lugar da janela faz o mesmo.",
    openFile: "Abrir um arquivo .gguf",
    fromAddress: "De um endereço da web",
    addressExample: "https://…/modelo.gguf",
    addressHelp: "Qualquer Jamba denso em GGUF, de um servidor que permita a leitura por outros sites.",
    addressRefused: "Este não é um endereço https. Copie o link do próprio arquivo .gguf.",
  },

  state: {
    none: "Nenhum modelo",
    arriving: "chegando…",
    loading: "carregando…",
    loadingShare: (share) => `carregando, ${share}`,
    unnamed: "Modelo",
    notRunning: "parado",
    notLoaded: "Nenhum modelo foi carregado ainda.",
    choose: "Escolher um modelo",
    preparing: (name) => `Preparando ${name}`,
    fetching: (name) => `Obtendo ${name}…`,
    checking: (name) => `Verificando ${name}…`,
    opening: (name) => `Abrindo ${name}…`,
    repairing: (name) => `Obtendo de novo as partes danificadas de ${name}…`,
    loadingName: (name) => `Carregando ${name}…`,
    compiling: (name) => `Preparando a GPU para ${name}…`,
    withShare: (text, share) => `${text} ${share}`,
  },

  transfer: {
    of: (name) => `Download de ${name}`,
    connecting: "Conectando…",
    checking: "Verificando…",
    checked: (bytes, total) => `${formatBytes(bytes)} de ${formatBytes(total)} verificados`,
    retrying: (reason, seconds) => `${reason} Nova tentativa em ${formatWait(seconds)}.`,
    progress: (figures) => {
      const { receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes } = figures;
      return join([
        `${formatBytes(receivedBytes)} de ${formatBytes(totalBytes)}`,
        bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
        secondsLeft === null ? null : `faltam ${formatWait(secondsLeft)}`,
        resumedBytes > 0 ? `retomado em ${formatShare(resumedBytes, totalBytes)}` : null,
      ]);
    },
    pause: "Pausar",
    pausing: "Pausando…",
    tryAgain: "Tentar novamente",
    failed: (name, what) => `${name}: ${what}`,
    pillStopped: "download",
    stopped: "parado",
    pillRunning: "baixando",
    pillPaused: "download em pausa em",
  },
};
