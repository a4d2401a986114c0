// The lock, and what may leave the device; fetched when it is first shown.
import type { PrivacyTexts } from "../privacy-texts";

export const privacy: PrivacyTexts = {
  title: "Ce qui quitte cet appareil",
  lock: "Verrouiller : rien ne quitte cet appareil",
  unlock: "Déverrouiller",
  reload: "Recharger cette page",
  locked: "Verrou hors ligne",
  lockedLabel: "Verrouillé : rien ne quitte cet appareil",
  lockedHelp:
    "Le navigateur refuse toute connexion à cette page, qui vient d’en essayer une. Les téléchargements et les nouvelles versions attendent, et les liens restent fermés, jusqu’au déverrouillage. Déverrouiller recharge la page.",
  openLabel: "Non verrouillé : des modèles peuvent être téléchargés",
  lockHelp:
    "Votre modèle est là, plus rien n’est nécessaire de l’extérieur. Avec le verrou, le navigateur refuse toute connexion jusqu’à ce que vous l’ouvriez. Verrouiller recharge la page.",
  modelFirst: "Le verrou peut être mis dès qu’un modèle est sur cet appareil.",
  unavailable:
    "Pour le verrou, ce navigateur doit avoir enregistré l’application. Cela prend un instant après la première visite ; les fenêtres privées ne le permettent pas toujours.",
  loose: "Verrou sans effet",
  looseLabel: "Le verrou est mis, mais sans effet dans cet onglet",
  looseHelp:
    "Cet onglet a été chargé avant le verrou ou sans passer par lui. Rechargez-le pour que le verrou agisse.",
  staysTitle: "Ce qui reste ici",
  stays: [
    "Les discussions, les documents et les réponses sont gardés dans ce navigateur. Les parties de l’application qui les lisent ne peuvent joindre aucun autre site : le navigateur y veille.",
    "Rien de ce que nomme une réponse ou un document n’est chargé : ni image, ni style, ni script.",
  ],
  leavesTitle: "Ce qui sort tant que ce n’est pas verrouillé",
  leaves: [
    "Un téléchargement demande le fichier au serveur du modèle. Celui-ci voit votre adresse réseau et le fichier voulu, rien d’autre.",
    "Un lien ouvre un autre site quand vous cliquez dessus.",
    "Le serveur de cette application reçoit des demandes pour ses fichiers et ses nouvelles versions.",
  ],
  browserAsks:
    "Même sous verrou, le navigateur peut vérifier de lui-même si le serveur de cette application a une nouvelle version (le fichier sw.js). Cette requête ne contient rien de vous.",
  linkKeptClosed: "La page est verrouillée, le lien n’a donc pas été ouvert.",
  downloadRefused:
    "Vous avez verrouillé cette page pour que rien ne quitte cet appareil. Pour télécharger, cliquez sur le cadenas à côté du nom du modèle et déverrouillez.",
  licences: "Licences des logiciels de cette application",
};
