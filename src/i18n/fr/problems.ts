// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { Texts } from "../catalogue";

export const problems: Texts["problems"] = {
  WebGpuUnavailableError: { title: "Ce navigateur ne peut pas exécuter le modèle" },
  GpuLimitError: { title: "Ce GPU est trop petit pour ce modèle" },
  GpuOutOfMemoryError: { title: "Le GPU n’a plus de mémoire" },
  DeviceLostError: {
    title: "Le pilote graphique a redémarré",
    sentence:
      "Le modèle a quitté le GPU. Votre conversation est en sécurité, avec la réponse telle qu’elle en était : chargez le modèle à nouveau, puis régénérez pour continuer.",
  },
  DeviceLostAgainError: {
    title: "Le pilote graphique s’est encore arrêté",
    sentence:
      "Tout est enregistré. Rechargez la page avec le bouton du navigateur lui-même : il ne rend le GPU qu’à ce moment-là, et une réponse coupée reprend toute seule. Si cela se reproduit, fermez les autres onglets qui utilisent le GPU ou choisissez un modèle plus petit.",
  },
  NumericalError: { title: "Les calculs du modèle ont déraillé" },
  ModelNotFoundError: { title: "Le modèle n’est pas ici" },
  ModelEvictedError: { title: "Le navigateur a supprimé le modèle" },
  ModelFormatError: { title: "Ce fichier n’est pas un modèle que cette application peut exécuter" },
  ModelDamagedError: { title: "Le modèle enregistré est endommagé" },
  ModelChangedError: { title: "Le fichier a changé sur le serveur" },
  DownloadError: { title: "Le téléchargement s’est arrêté" },
  LockedError: { title: "Verrouillé" },
  OfflineError: {
    title: "Pas de réseau",
    sentence:
      "Ce qui est arrivé est conservé, et le téléchargement reprendra de lui-même au retour du réseau.",
  },
  StorageFullError: { title: "Le stockage du navigateur est plein" },
  StorageUnavailableError: { title: "Le navigateur ne laisse pas cette page enregistrer de données" },
  ContextTooLongError: { title: "C’est trop long pour le modèle" },
  EngineBusyError: {
    title: "Le modèle est occupé",
    sentence: "Il travaille encore à autre chose. Attendez un instant, puis réessayez.",
  },
  NoModelError: { title: "Aucun modèle n’est chargé" },
  AnswerFormatError: { title: "Le format de la réponse ne peut pas être respecté" },
  InternalError: { title: "Une erreur de l’application" },
  WorkerDiedError: {
    title: "Le processus du modèle s’est arrêté",
    sentence:
      "Le plus souvent, le navigateur y met fin par manque de mémoire. La conversation est en sécurité ; fermez ce dont vous n’avez pas besoin, puis relancez-le.",
  },
  EngineMovedError: {
    title: "L’onglet qui exécutait le modèle a été fermé",
    sentence: "Ce qui était fait est enregistré : chargez à nouveau le modèle ici pour continuer.",
  },
  OtherVersionError: {
    title: "Un autre onglet utilise une autre version de cette application",
    sentence:
      "Le modèle fonctionne dans un seul onglet pour tous, mais seulement pour ceux de la même version. Rechargez cet onglet-là, puis celui-ci : les deux auront alors la plus récente. Ce que vous avez écrit est enregistré.",
  },
  PageStorageError: {
    title: "Cette conversation n’est pas enregistrée",
    sentence:
      "Le navigateur refuse de l’enregistrer. Elle reste à l’écran jusqu’à la fermeture de cette page, et l’enregistrement est retenté automatiquement : libérez de l’espace sur le disque, autorisez ce site à enregistrer des données ou exportez la conversation.",
  },
  PageStorageGoneError: {
    title: "Les données de ce site ont été supprimées",
    sentence:
      "Le navigateur a supprimé ce que cette page avait enregistré. La conversation à l’écran est toujours là : exportez-la avant de recharger la page.",
  },
  NewerStorageError: {
    title: "Une version plus récente est passée par ici",
    sentence:
      "Une version plus récente de cette application a changé la façon d’enregistrer les conversations ; cette page n’enregistre donc plus rien. Rechargez-la pour obtenir cette version ; ce qui est enregistré est conservé.",
  },
  UnsupportedDocumentError: { title: "Ce fichier ne peut pas être joint" },
  DocumentFormatError: { title: "Ce fichier est endommagé" },
  DocumentPasswordError: { title: "Ce fichier est verrouillé" },
  DocumentEmptyError: { title: "Ce fichier est vide" },
  DocumentWithoutTextError: { title: "Ce document n’a pas de texte" },
  DocumentTooLargeError: { title: "Ce document est trop volumineux" },
  DocumentTimeoutError: { title: "Ce document a pris trop de temps" },
  DocumentMemoryError: { title: "Ce document demande trop de mémoire" },
  DocumentWorkerError: { title: "Le lecteur de documents s’est arrêté" },
  DocumentGoneError: { title: "Un document a disparu" },
  UnknownError: { title: "Une erreur s’est produite" },
};

export const remedies: Texts["remedies"] = {
  "load-again": "Charger à nouveau",
  "load-bundled": "Utiliser le petit modèle",
  "open-models": "Ouvrir Modèles",
  "open-settings": "Ouvrir les paramètres",
  "new-chat": "Nouvelle discussion",
  "resume-download": "Réessayer",
  "reload-page": "Recharger la page",
  "save-again": "Enregistrer à nouveau",
  "export-chat": "Exporter cette conversation",
};
