// The lock, and what may leave the device; fetched when it is first shown.
import type { PrivacyTexts } from "../privacy-texts";

export const privacy: PrivacyTexts = {
  title: "Che cosa lascia questo dispositivo",
  lock: "Blocca: nulla lascia questo dispositivo",
  unlock: "Sblocca",
  reload: "Ricarica questa pagina",
  locked: "Blocco offline",
  lockedLabel: "Bloccato: nulla lascia questo dispositivo",
  lockedHelp:
    "Il browser rifiuta ogni connessione a questa pagina, che ne ha appena tentata una. I download e le nuove versioni aspettano, e i link restano chiusi, finché non sblocchi. Lo sblocco ricarica la pagina.",
  openLabel: "Non bloccato: si possono scaricare modelli",
  lockHelp:
    "Il tuo modello è qui e da fuori non serve altro. Con il blocco il browser rifiuta ogni connessione finché non lo riapri. Il blocco ricarica la pagina.",
  modelFirst: "Il blocco si può attivare quando un modello è su questo dispositivo.",
  unavailable:
    "Per il blocco il browser deve aver salvato l’app. Ci vuole un momento dopo la prima visita; le finestre private potrebbero non permetterlo.",
  loose: "Blocco non in vigore",
  looseLabel: "Il blocco è attivo, ma non è in vigore in questa scheda",
  looseHelp:
    "Questa scheda è stata caricata prima del blocco o aggirandolo. Ricaricala perché entri in vigore.",
  staysTitle: "Che cosa resta qui",
  stays: [
    "Chat, documenti e risposte sono conservati in questo browser. Le parti dell’app che li leggono non possono collegarsi a un altro sito: lo impedisce il browser.",
    "Nulla di ciò che una risposta o un documento nomina viene caricato: né immagini, né stili, né script.",
  ],
  leavesTitle: "Che cosa esce quando non è bloccato",
  leaves: [
    "Un download chiede il file al server del modello, che vede il tuo indirizzo di rete e quale file vuoi, nient’altro.",
    "Un link apre un altro sito quando ci fai clic.",
    "Al server di questa app si chiedono i suoi file e le nuove versioni.",
  ],
  browserAsks:
    "Anche con il blocco il browser può controllare da sé se il server di questa app ha una nuova versione (il file sw.js). Quella richiesta non porta nulla di tuo.",
  linkKeptClosed: "La pagina è bloccata, quindi il link non è stato aperto.",
  downloadRefused:
    "Hai bloccato questa pagina perché nulla lasci questo dispositivo. Per scaricare, fai clic sul lucchetto accanto al nome del modello e sblocca.",
  licences: "Licenze del software in questa app",
};
