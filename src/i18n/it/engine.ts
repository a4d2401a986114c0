// What the engine reports: why something failed, why a download waits, and what became of saved readings.
import { formatBytes, formatCount } from "../../stores/format";
import type { TranslatedEngineTexts } from "../engine-texts";

export const engine: TranslatedEngineTexts = {
  sentences: {
    WebGpuUnavailableError:
      "Usa una versione attuale di Chrome o Edge, Safari 26 oppure Firefox 141 su Windows, con l’accelerazione hardware attiva. Aggiorna il driver grafico, o ricarica la pagina se il driver si è appena bloccato.",
    GpuLimitError: ({ limit, needed, offered }) =>
      `Questa GPU offre ${limit} = ${formatCount(offered)} e il modello richiede ${formatCount(needed)}. Prova un modello più piccolo o un contesto più corto.`,
    GpuOutOfMemoryError: ({ byteLength }) =>
      `La GPU non ha più memoria per altri ${formatBytes(byteLength)}. Chiudi le altre schede che usano la GPU, accorcia il contesto o scegli un modello più piccolo, poi caricalo di nuovo.`,
    NumericalError:
      "La risposta è stata fermata per non mostrare nulla di sbagliato. Carica di nuovo il modello; se succede ancora, la colpa è del file o del driver grafico.",
    ModelNotFoundError: "Scaricalo; se era già qui, il browser lo ha rimosso per liberare spazio.",
    ModelEvictedError: "Il browser lo ha rimosso per liberare spazio. Scaricalo di nuovo.",
    ModelFormatError: "Scegli un altro file .gguf: un Jamba denso in un unico file.",
    ModelDamagedError:
      "Carica di nuovo il modello: si riscarica solo ciò che è danneggiato. Se viene da un file di questo dispositivo, aprilo un’altra volta.",
    ModelChangedError: "Avvia di nuovo il download: ricomincia da capo con il file com’è adesso.",
    DownloadError: "Controlla l’indirizzo e la rete, poi riprova.",
    StorageFullError: ({ missingBytes, keptBytes }) =>
      `Mancano ${formatBytes(missingBytes)}. I ${formatBytes(keptBytes)} già qui restano; libera spazio sul disco o elimina un altro modello, poi riprendi.`,
    StorageUnavailableError:
      "Controlla che il browser possa conservare i dati di questo sito, chiudi le altre schede dell’app e ricarica la pagina.",
    ContextTooLongError: ({ promptTokens, contextLength }) =>
      `La conversazione con i suoi documenti ha ${formatCount(promptTokens)} token e il contesto ne contiene ${formatCount(contextLength)}. Non è stato tagliato nulla. Togli o accorcia un documento, inizia una nuova chat o carica il modello con un contesto più lungo.`,
    NoModelError: "Caricane prima uno.",
    AnswerFormatError: "Cambia lo schema, o chiedi senza.",
    InternalError: "L’errore è dell’app, non tuo. Carica di nuovo il modello o ricarica la pagina.",
    DocumentGoneError: ({ documentName }) =>
      `«${documentName}» è stato eliminato dalla libreria, e questa chat ne ha bisogno per continuare. Allega di nuovo lo stesso file, in qualsiasi chat, e tornerà; oppure inizia una nuova chat.`,
    UnknownError: "Riprova o ricarica la pagina.",
  },
  retryReasons: {
    network: () => "La connessione al server si è interrotta.",
    short: () => "Il server ha chiuso la risposta in anticipo.",
    stalled: () => "La connessione si è bloccata.",
    mismatch: () => "Il server ha inviato byte diversi da quelli richiesti.",
    server: (status) => `Il server ha un guasto (stato ${status}).`,
    busy: () => "Il server chiede una pausa (troppe richieste).",
    refused: (status) => `Il server ha rifiutato il download (stato ${status}).`,
  },
  waitsForNetwork: "Non c’è rete. Il download riprende da solo quando torna.",
  stateRefused: (label) =>
    `Ciò che era stato salvato della lettura di «${label}» era danneggiato sul disco. È stato eliminato e il testo viene riletto.`,
  statesOutdated:
    "Ciò che una versione precedente dell’app aveva salvato delle sue letture non serve a questa. È stato eliminato, e i testi vengono riletti quando si chiede di loro.",
  statesFull:
    "Il browser non ha spazio per salvare ciò che è stato letto, quindi dopo una ricarica viene riletto. Le risposte continuano come prima; libera spazio sul disco o elimina letture salvate in Modelli.",
};
