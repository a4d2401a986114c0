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
    "Un Jamba de 9,6 millions de paramètres qui répond sur un document collé ; fourni avec l’application.",
  "jamba2-3b-q4_k_m": "Le modèle d’AI21 pour tous les jours : le plus petit et le plus rapide.",
  "jamba2-3b-q5_k_m": "Un peu plus proche de l’original que Q4_K_M et un peu plus lent.",
  "jamba2-3b-q6_k_l": "Difficile à distinguer de l’original, avec des plongements sur 8 bits.",
  "jamba2-3b-q8_0": "Aussi bon que l’original ; pour les GPU de 6 Go et plus.",
  "jamba-reasoning-3b-q4_k_m": "Le modèle d’AI21 qui réfléchit avant de répondre.",
};

const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

export const models: Texts["models"] = {
  title: "Modèles",
  titlePrefix: "Modèles :",
  onThisDevice: "Sur cet appareil",
  available: "Disponibles",
  yourOwn: "Les vôtres",
  nothingYet: "Rien pour l’instant.",
  allHere: "Ils sont déjà tous ici.",
  more: (count) => `Autres modèles et tailles (${formatCount(count)})`,
  descriptions,
  licence: (name) => `Licence : ${name}`,
  download: "Télécharger",
  downloadOf: (size) => `Télécharger ${size}`,
  downloadModel: (name, size) => `Télécharger ${name} ${size}`,
  use: "Utiliser",
  inUse: "Utilisé",
  templateUnknown:
    "Le fichier de ce modèle apporte son propre format de discussion, que cette application ne connaît pas et n’exécute pas ; les discussions sont écrites dans le format habituel (ChatML), et ses réponses peuvent donc être moins bonnes que prévu.",
  loadingThis: "Chargement…",
  resume: "Reprendre",
  delete: (name) => `Supprimer ${name}`,
  stored: (bytes, origin) => {
    const origins = {
      bundled: "fourni avec l’application",
      catalogue: "",
      url: "depuis une adresse web",
      file: "depuis un fichier",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes, bytes) => `${formatShare(storedBytes, bytes)} de ${formatBytes(bytes)} déjà ici`,
  gone: "Le dernier modèle utilisé n’est plus là : le navigateur a libéré son stockage. Téléchargez-le à nouveau dans Modèles.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError:
      "Le pilote graphique a redémarré. Le modèle se recharge tout seul et la réponse reprend là où elle en était.",
    WorkerDiedError:
      "Le processus du modèle s’est arrêté. Il redémarre tout seul et la réponse reprend là où elle en était.",
    EngineMovedError:
      "L’onglet qui exécutait le modèle a été fermé. Celui-ci le charge maintenant, et la réponse reprend là où elle en était.",
  },
  openModels: "Ouvrir Modèles",
  isReady: (name) => `${name} est prêt.`,
  useItNow: "L’utiliser maintenant",
  theModel: "le modèle",

  gpu: "GPU :",
  gpuWithoutName: "sans nom",
  isFallback: "C’est le processeur qui remplace le GPU : cela fonctionne, mais lentement.",

  machine: {
    title: "Cet ordinateur",
    measuring: "Mesure des capacités de cet ordinateur…",
    notMeasured: "Pas de mesure pendant que le modèle travaille.",
    failed: "Cet ordinateur n’a pas pu être mesuré.",
    measure: "Mesurer maintenant",
    measureAgain: "Mesurer à nouveau",
    measured: (gigabytesPerSecond, teraflopsPerSecond) =>
      `Il lit la mémoire à environ ${formatAbout(gigabytesPerSecond)} Go/s et calcule à environ ${formatAbout(teraflopsPerSecond)} TFLOP/s.`,
  },

  forecast: {
    pace: (tokensPerSecond, pace) => {
      const speed =
        tokensPerSecond < 1
          ? "Moins de 1 jeton/s ici"
          : `Environ ${formatAbout(tokensPerSecond)} jetons/s ici`;
      const feelings = {
        fast: "plus vite qu’on ne lit",
        readable: "à peu près à la vitesse de lecture",
        slow: "moins vite qu’on ne lit",
        poor: "trop lent pour la plupart des usages",
      };
      return `${speed} : ${feelings[pace]}.`;
    },
    page: (seconds) =>
      seconds < 1 ? "Lit plus d’une page par seconde." : `Lit une page en ${formatWait(seconds)} environ.`,
    wholeContext: "Tout son contexte tient.",
    context: (tokens) => `Un contexte d’environ ${formatCount(tokens)} jetons tient.`,
    noRoom: (needed, found) =>
      `Il lui faut ${formatBytes(needed)} de mémoire GPU, et ${formatBytes(found)} ont été trouvés libres.`,
    noStorage: (missing) => `Il manque ${formatBytes(missing)} au stockage du navigateur.`,
    downloadAnyway: (size) => `Télécharger quand même, ${size}`,
    downloadModelAnyway: (name, size) => `Télécharger quand même ${name}, ${size}`,
    loadAnyway: "Charger quand même",
  },

  own: {
    fromFile:
      "Ou prenez un fichier de cet ordinateur ; vous pouvez aussi le déposer n’importe où dans la fenêtre.",
    openFile: "Ouvrir un fichier .gguf",
    fromAddress: "Depuis une adresse web",
    addressExample: "https://…/modele.gguf",
    addressHelp: "Tout Jamba dense au format GGUF, d’un serveur qui laisse d’autres sites le lire.",
    addressRefused: "Ce n’est pas une adresse https. Copiez le lien du fichier .gguf lui-même.",
  },

  state: {
    none: "Aucun modèle",
    arriving: "arrive…",
    loading: "chargement…",
    loadingShare: (share) => `chargement, ${share}`,
    unnamed: "Modèle",
    notRunning: "arrêté",
    notLoaded: "Aucun modèle n’est encore chargé.",
    choose: "Choisir un modèle",
    preparing: (name) => `Préparation de ${name}`,
    fetching: (name) => `Récupération de ${name}…`,
    checking: (name) => `Vérification de ${name}…`,
    opening: (name) => `Ouverture de ${name}…`,
    repairing: (name) => `Nouvelle récupération des parties endommagées de ${name}…`,
    loadingName: (name) => `Chargement de ${name}…`,
    compiling: (name) => `Préparation du GPU pour ${name}…`,
    withShare: (text, share) => `${text} ${share}`,
  },

  transfer: {
    of: (name) => `Téléchargement de ${name}`,
    connecting: "Connexion…",
    checking: "Vérification…",
    checked: (bytes, total) => `${formatBytes(bytes)} vérifiés sur ${formatBytes(total)}`,
    retrying: (reason, seconds) => `${reason} Nouvel essai dans ${formatWait(seconds)}.`,
    progress: (figures) => {
      const { receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes } = figures;
      return join([
        `${formatBytes(receivedBytes)} sur ${formatBytes(totalBytes)}`,
        bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
        secondsLeft === null ? null : `encore ${formatWait(secondsLeft)}`,
        resumedBytes > 0 ? `repris à ${formatShare(resumedBytes, totalBytes)}` : null,
      ]);
    },
    pause: "Suspendre",
    pausing: "Suspension…",
    tryAgain: "Réessayer",
    failed: (name, what) => `${name} : ${what}`,
    pillStopped: "téléchargement",
    stopped: "arrêté",
    pillRunning: "téléchargement",
    pillPaused: "téléchargement suspendu à",
  },
};
