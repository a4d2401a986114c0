// What the engine reports: why something failed, why a download waits, and what became of saved readings.
import { formatBytes, formatCount } from "../../stores/format";
import type { TranslatedEngineTexts } from "../engine-texts";

export const engine: TranslatedEngineTexts = {
  sentences: {
    WebGpuUnavailableError:
      "Utilisez une version actuelle de Chrome ou d’Edge, Safari 26, ou Firefox 141 sous Windows, avec l’accélération matérielle activée. Mettez à jour le pilote graphique, ou rechargez la page si le pilote vient de planter.",
    GpuLimitError: ({ limit, needed, offered }) =>
      `Ce GPU offre ${limit} = ${formatCount(offered)} et le modèle demande ${formatCount(needed)}. Essayez un modèle plus petit ou un contexte plus court.`,
    GpuOutOfMemoryError: ({ byteLength }) =>
      `Le GPU n’a plus de mémoire pour ${formatBytes(byteLength)} de plus. Fermez les autres onglets qui utilisent le GPU, raccourcissez le contexte ou choisissez un modèle plus petit, puis chargez-le à nouveau.`,
    NumericalError:
      "La réponse a été arrêtée pour ne rien afficher de faux. Chargez à nouveau le modèle ; si cela se reproduit, le fichier ou le pilote graphique est en cause.",
    ModelNotFoundError:
      "Téléchargez-le ; s’il était déjà ici, le navigateur l’a supprimé pour libérer de la place.",
    ModelEvictedError: "Le navigateur l’a supprimé pour libérer de la place. Téléchargez-le à nouveau.",
    ModelFormatError: "Choisissez un autre fichier .gguf : un Jamba dense en un seul fichier.",
    ModelDamagedError:
      "Chargez à nouveau le modèle : seul ce qui est endommagé est récupéré. S’il vient d’un fichier de cet appareil, ouvrez-le encore une fois.",
    ModelChangedError:
      "Relancez le téléchargement : il reprend du début avec le fichier tel qu’il est maintenant.",
    DownloadError: "Vérifiez l’adresse et le réseau, puis réessayez.",
    StorageFullError: ({ missingBytes, keptBytes }) =>
      `Il manque ${formatBytes(missingBytes)}. Les ${formatBytes(keptBytes)} déjà ici sont conservés ; libérez de l’espace sur le disque ou supprimez un autre modèle, puis reprenez.`,
    StorageUnavailableError:
      "Vérifiez que le navigateur peut conserver les données de ce site, fermez les autres onglets de l’application et rechargez la page.",
    ContextTooLongError: ({ promptTokens, contextLength }) =>
      `La conversation avec ses documents compte ${formatCount(promptTokens)} tokens et le contexte en contient ${formatCount(contextLength)}. Rien n’a été coupé. Retirez ou raccourcissez un document, commencez une nouvelle discussion ou chargez le modèle avec un contexte plus long.`,
    NoModelError: "Chargez-en d’abord un.",
    AnswerFormatError: "Modifiez le schéma, ou posez la question sans lui.",
    InternalError:
      "C’est une erreur de l’application, pas la vôtre. Chargez à nouveau le modèle ou rechargez la page.",
    DocumentGoneError: ({ documentName }) =>
      `« ${documentName} » a été supprimé de la bibliothèque, et cette discussion en a besoin pour continuer. Joignez à nouveau le même fichier, dans n’importe quelle discussion, et il sera de retour ; ou commencez une nouvelle discussion.`,
    UnknownError: "Réessayez ou rechargez la page.",
  },
  retryReasons: {
    network: () => "La connexion au serveur a été coupée.",
    short: () => "Le serveur a terminé sa réponse trop tôt.",
    stalled: () => "La connexion s’est figée.",
    mismatch: () => "Le serveur a envoyé d’autres octets que ceux demandés.",
    server: (status) => `Le serveur a une défaillance (statut ${status}).`,
    busy: () => "Le serveur demande une pause (trop de requêtes).",
    refused: (status) => `Le serveur a refusé le téléchargement (statut ${status}).`,
  },
  waitsForNetwork: "Il n’y a pas de réseau. Le téléchargement reprendra de lui-même à son retour.",
  stateRefused: (label) =>
    `Ce qui avait été enregistré de la lecture de « ${label} » était endommagé sur le disque. C’est supprimé, et le texte est relu.`,
  statesOutdated:
    "Ce qu’une version antérieure de l’application avait enregistré de ses lectures ne sert plus à celle-ci. C’est supprimé, et les textes sont relus quand on pose une question à leur sujet.",
  statesFull:
    "Le navigateur n’a pas de place pour enregistrer ce qui a été lu ; après un rechargement, ce sera relu. Les réponses continuent comme avant ; libérez de l’espace sur le disque ou supprimez des lectures enregistrées dans Modèles.",
};
