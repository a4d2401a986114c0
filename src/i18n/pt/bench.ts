// The page that measures this machine.
import { formatCount, formatFigure } from "../../stores/format";
import type { Texts } from "../catalogue";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` após ${formatCount(depth)} tokens`);

export const bench: Texts["bench"] = {
  title: "Medir este computador",
  back: "Voltar à conversa",
  intro:
    "Lê e escreve texto sem sentido, tão rápido quanto este computador consegue, e não envia nada a lugar nenhum. Antes, feche outras abas que usem a GPU.",
  modelOn: (model, gpu) => `${model} em ${gpu}`,
  unnamedGpu: "uma GPU sem nome",
  measure: "Medir",
  stop: "Parar",
  measuring: "Medindo",

  options: "O que medir",
  depths: "Após estes tokens já lidos",
  prompts: "Leitura de prompts com estes tokens",
  eachKernel: "Também cada kernel em separado",
  guessingToo: "Também adivinhar adiante",
  runs: (count) =>
    `Cada valor é a mediana de ${formatCount(count)} execuções após um aquecimento. Grandes profundidades levam minutos em uma GPU pequena.`,

  noModel: "Este aplicativo vem sem modelo. Antes, baixe um na conversa.",
  opening: "Abrindo o modelo…",
  loading: (name) => `Carregando ${name}…`,
  fetching: (name) => `Obtendo ${name}…`,
  step: (step) => {
    switch (step.kind) {
      case "bandwidth":
        return "Lendo a memória…";
      case "rested-first-token":
        return "Primeiro token após uma pausa…";
      case "warm-up":
        return "Aquecendo…";
      case "first-token":
        return "Primeiro token…";
      case "commands":
        return "Contando comandos…";
      case "kernels":
        return "Cronometrando cada kernel…";
      case "reach":
        return `Lendo ${formatCount(step.depth)} tokens…`;
      case "prefill":
        return `Lendo um prompt de ${formatCount(step.length)}${after(step.depth)}…`;
      case "decode":
        return `Escrevendo ${formatCount(step.length)} tokens${after(step.depth)}…`;
      case "lookup":
        return `Adivinhando adiante${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "Valores",
  copyReport: "Copiar relatório",
  wholeReport: "O relatório completo",
  stopped: "Parado",
  upToThen: "Estes são os valores até esse momento.",
  leftOut: "Omitido",
  noRoom: (contextLength, list) =>
    `No contexto do modelo, de ${formatCount(contextLength)} tokens, não cabe: ${list}.`,
  promptOf: (tokens) => `prompt de ${formatCount(tokens)}`,
  depthOf: (tokens) => `profundidade de ${formatCount(tokens)}`,

  writing: "Escrita",
  reading: "Leitura",
  guessingAhead: "Adivinhar adiante",
  foreseen: (foreseen) => {
    switch (foreseen) {
      case "all":
        return "tudo";
      case "nothing":
        return "nada";
      default:
        return `tudo menos um em ${formatCount(foreseen + 1)}`;
    }
  },
  columns: {
    inContext: "Resposta no contexto",
    without: "Sem",
    guessing: "Com",
    timesAsFast: "Vezes mais rápido",
    rightGuesses: "Acertos",
    after: "Após",
    prompt: "Prompt",
    speed: "Velocidade",
    range: "Intervalo",
    weightsRead: "Pesos lidos",
    ofBandwidth: "Da largura de banda",
    encoding: "Codificação",
    arithmetic: "Aritmética",
    kernel: "Kernel",
    times: "Vezes",
    each: "Cada um",
    together: "No total",
    weights: "Pesos",
  },
  columnUnits: {
    tokens: "tokens",
    tokensPerSecond: "tokens/s",
    gigabytesPerSecond: "GB/s",
    percent: "%",
    millisecondsPerToken: "ms por token",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "ms",
  },
  kernelsOfToken: "Kernels de um token",
  kernelsOfChunk: (tokens) => `Kernels de um bloco de ${formatCount(tokens)}`,

  firstToken: "Primeiro token após um prompt de 16",
  restedFirstToken: "Primeiro token após uma pausa da GPU",
  milliseconds: (value) => units.milliseconds(formatFigure(value)),
  loadTime: "Carregamento, do armazenamento até estar pronto",
  bandwidth: "Largura de banda da memória, leitura simples",
  gigabytesPerSecond: (value) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "Comandos por token",
  commandsIn: (dispatches, submits) => `${formatCount(dispatches)} em ${formatCount(submits)} envios`,
  weightsMemory: "Memória de GPU dos pesos",
  stateMemory: "Memória de GPU adicional, com 8.192 tokens",
  gpu: "GPU",
};
