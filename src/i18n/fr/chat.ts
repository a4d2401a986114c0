// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("fr");

export const chat: Texts["chat"] = {
  conversation: "Conversation",
  toLatest: "Aller à la fin",
  you: "Vous",
  documents: "Documents",

  reading: "Lecture…",
  readingShare: (share) => `Lecture… ${share}`,
  readingShareAndWait: (share, wait) => `Lecture… ${share} · encore ${wait} environ`,
  readingPrompt: "Lecture du prompt",
  waitingForTab: "En attente de la réponse de l’autre onglet…",
  restoring: "Le modèle est rechargé ; la réponse reprend ensuite…",

  messageActions: "Actions sur le message",
  answerActions: "Actions sur la réponse",
  copyAnswer: "Copier la réponse",
  copyMessage: "Copier le message",
  regenerate: "Régénérer",
  continueAnswer: "Continuer",
  getAnswer: "Obtenir une réponse",
  editMessage: "Modifier le message",
  editAnswer: "Modifier la réponse",
  more: "Plus",
  branchOff: "Dériver dans une nouvelle discussion",
  deleteMessage: "Supprimer avec toute la suite",
  branchTitle: (title) => `${title} (dérivée)`,
  branchedOff: "Voici une nouvelle discussion qui reprend tout jusqu’à ce message.",
  back: "Retour",
  messagesDeleted: (count) =>
    plural(count, { one: "Message supprimé.", other: `${formatCount(count)} messages supprimés.` }),

  versions: "Versions",
  previousVersion: "Version précédente",
  nextVersion: "Version suivante",
  versionOf: (number, count) => `Version ${formatCount(number)} sur ${formatCount(count)}`,

  questionText: "Texte du message",
  answerText: "Texte de la réponse",
  editorKeepsQuestion: "Le message et ses réponses sont conservés comme version antérieure.",
  editorKeepsAnswer:
    "La réponse est conservée comme version antérieure. Le modèle lit votre texte comme si c’était le sien.",
  send: "Envoyer",
  save: "Enregistrer",

  edited: "Modifiée",
  stopped: "Arrêtée",
  cutAtLimit: "Coupée à la longueur maximale de réponse fixée dans les paramètres",
  cutAtWindow: "Coupée : la fenêtre du modèle est pleine. Commencez une nouvelle discussion pour continuer",
  interrupted: "Interrompue",
  failed: "Échec",
  tokenCount: (count) =>
    plural(count, {
      one: `${formatCount(count)} jeton`,
      many: `${formatCount(count)} de jetons`,
      other: `${formatCount(count)} jetons`,
    }),
  firstToken: (time) => `premier jeton : ${time}`,
  readOf: (read, total) => `${formatCount(read)} lus sur ${formatCount(total)}`,
  readOfReused: (read, total) =>
    `${formatCount(read)} lus sur ${formatCount(total)} (${formatCount(total - read)} réutilisés)`,
  guessed: (right, tried) => `${formatCount(right)} devinés sur ${formatCount(tried)}`,

  status: "État",
  statusReading: "Lecture",
  statusGenerating: "Génération",
  statusModelReady: "Le modèle est prêt",
  statusModelLoading: "Chargement du modèle",
  statusDownload: (percent) => `Téléchargement à ${formatCount(percent)} %`,
  statusAnswerReady: (words) =>
    plural(words, {
      one: `Réponse prête, ${formatCount(words)} mot`,
      other: `Réponse prête, ${formatCount(words)} mots`,
    }),
  statusAnswerFailed: "La réponse a échoué",

  welcome: "Bienvenue",
  welcomeTitle: "Interrogez ce que vous lisez",
  welcomeText:
    "Jamba fonctionne dans cet onglet, sur votre propre GPU. Collez un document et posez vos questions : ce que vous écrivez ne quitte jamais cet ordinateur, et tout marche sans réseau.",
  exampleProject: "Qui dirige le projet Heron ?",
  exampleProjectHint: "avec une page de notes de projet",
  examplePump: "Combien coûte la pompe Calder ?",
  examplePumpHint: "avec un court catalogue",
  exampleAbilities: "Que savez-vous faire ?",
  exampleAbilitiesHint: "sans document",
  tinyModel: (name, size) =>
    `Vous essayez le modèle minuscule fourni avec l’application. Pour un vrai travail, téléchargez ${name} (${size}).`,
  getModel: (name) => `Obtenir ${name}`,
};
