// The page that measures this machine.
import { formatCount, formatFigure } from "../../stores/format";
import type { Texts } from "../catalogue";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` après ${formatCount(depth)} jetons`);

export const bench: Texts["bench"] = {
  title: "Mesurer cet ordinateur",
  back: "Retour à la discussion",
  intro:
    "Lit et écrit du texte dénué de sens, aussi vite que le peut cet ordinateur, sans rien envoyer nulle part. Fermez d’abord les autres onglets qui utilisent le GPU.",
  modelOn: (model, gpu) => `${model} sur ${gpu}`,
  unnamedGpu: "un GPU sans nom",
  measure: "Mesurer",
  stop: "Arrêter",
  measuring: "Mesure en cours",

  options: "Que mesurer",
  depths: "Après tant de jetons déjà lus",
  prompts: "Lecture de prompts de tant de jetons",
  eachKernel: "Chaque noyau séparément aussi",
  guessingToo: "Deviner la suite aussi",
  runs: (count) =>
    `Chaque chiffre est la médiane de ${formatCount(count)} passages après un tour de chauffe. Les grandes profondeurs prennent des minutes sur un petit GPU.`,

  noModel: "Cette application est fournie sans modèle. Téléchargez-en d’abord un dans la discussion.",
  opening: "Ouverture du modèle…",
  loading: (name) => `Chargement de ${name}…`,
  fetching: (name) => `Récupération de ${name}…`,
  step: (step) => {
    switch (step.kind) {
      case "bandwidth":
        return "Lecture de la mémoire…";
      case "rested-first-token":
        return "Premier jeton après une pause…";
      case "warm-up":
        return "Échauffement…";
      case "first-token":
        return "Premier jeton…";
      case "commands":
        return "Décompte des commandes…";
      case "kernels":
        return "Chronométrage de chaque noyau…";
      case "reach":
        return `Lecture de ${formatCount(step.depth)} jetons…`;
      case "prefill":
        return `Lecture d’un prompt de ${formatCount(step.length)}${after(step.depth)}…`;
      case "decode":
        return `Écriture de ${formatCount(step.length)} jetons${after(step.depth)}…`;
      case "lookup":
        return `Suite devinée${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "Chiffres",
  copyReport: "Copier le rapport",
  wholeReport: "Le rapport complet",
  stopped: "Arrêté",
  upToThen: "Voici les chiffres obtenus jusque-là.",
  leftOut: "Laissé de côté",
  noRoom: (contextLength, list) =>
    `Le contexte du modèle, de ${formatCount(contextLength)} jetons, ne peut contenir : ${list}.`,
  promptOf: (tokens) => `prompt de ${formatCount(tokens)}`,
  depthOf: (tokens) => `profondeur de ${formatCount(tokens)}`,

  writing: "Écriture",
  reading: "Lecture",
  guessingAhead: "Deviner la suite",
  foreseen: (foreseen) => {
    switch (foreseen) {
      case "all":
        return "tout";
      case "nothing":
        return "rien";
      default:
        return `tout sauf un sur ${formatCount(foreseen + 1)}`;
    }
  },
  columns: {
    inContext: "Réponse dans le contexte",
    without: "Sans",
    guessing: "Avec",
    timesAsFast: "Fois plus rapide",
    rightGuesses: "Bien devinés",
    after: "Après",
    prompt: "Prompt",
    speed: "Vitesse",
    range: "Plage",
    weightsRead: "Poids lus",
    ofBandwidth: "De la bande passante",
    encoding: "Encodage",
    arithmetic: "Arithmétique",
    kernel: "Noyau",
    times: "Fois",
    each: "Chacun",
    together: "Au total",
    weights: "Poids",
  },
  columnUnits: {
    tokens: "jetons",
    tokensPerSecond: "jetons/s",
    gigabytesPerSecond: "Go/s",
    percent: "%",
    millisecondsPerToken: "ms par jeton",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "ms",
  },
  kernelsOfToken: "Noyaux pour un jeton",
  kernelsOfChunk: (tokens) => `Noyaux pour un bloc de ${formatCount(tokens)}`,

  firstToken: "Premier jeton après un prompt de 16",
  restedFirstToken: "Premier jeton après une pause du GPU",
  milliseconds: (value) => units.milliseconds(formatFigure(value)),
  loadTime: "Chargement, du stockage à l’état prêt",
  bandwidth: "Bande passante de la mémoire, simple lecture",
  gigabytesPerSecond: (value) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "Commandes pour un jeton",
  commandsIn: (dispatches, submits) => `${formatCount(dispatches)} en ${formatCount(submits)} envois`,
  weightsMemory: "Mémoire GPU des poids",
  stateMemory: "Mémoire GPU en plus, à 8\u202f192 jetons",
  gpu: "GPU",
};
