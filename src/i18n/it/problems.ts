// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { Texts } from "../catalogue";

export const problems: Texts["problems"] = {
  WebGpuUnavailableError: { title: "Questo browser non può eseguire il modello" },
  GpuLimitError: { title: "Questa GPU è troppo piccola per questo modello" },
  GpuOutOfMemoryError: { title: "La GPU ha esaurito la memoria" },
  DeviceLostError: {
    title: "Il driver grafico si è riavviato",
    sentence:
      "Il modello non è più sulla GPU. La chat è al sicuro, con la risposta fin dove era arrivata: carica di nuovo il modello, poi rigenera per continuare.",
  },
  DeviceLostAgainError: {
    title: "Il driver grafico si è fermato di nuovo",
    sentence:
      "Tutto è salvato. Ricarica la pagina con il pulsante del browser stesso: solo allora restituisce la GPU, e una risposta interrotta prosegue da sola. Se continua a succedere, chiudi le altre schede che usano la GPU o usa un modello più piccolo.",
  },
  NumericalError: { title: "I calcoli del modello non sono riusciti" },
  ModelNotFoundError: { title: "Il modello non è qui" },
  ModelEvictedError: { title: "Il browser ha rimosso il modello" },
  ModelFormatError: { title: "Questo file non è un modello che questa app può eseguire" },
  ModelDamagedError: { title: "Il modello salvato è danneggiato" },
  ModelChangedError: { title: "Il file sul server è cambiato" },
  DownloadError: { title: "Il download si è interrotto" },
  LockedError: { title: "Bloccato" },
  OfflineError: {
    title: "Nessuna rete",
    sentence: "Ciò che è arrivato viene conservato, e il download riprende da solo quando torna la rete.",
  },
  StorageFullError: { title: "Lo spazio di archiviazione del browser è pieno" },
  StorageUnavailableError: { title: "Il browser non consente a questa pagina di salvare dati" },
  ContextTooLongError: { title: "È troppo lungo per il modello" },
  EngineBusyError: {
    title: "Il modello è occupato",
    sentence: "Sta ancora lavorando ad altro. Attendi un momento e riprova.",
  },
  NoModelError: { title: "Nessun modello è caricato" },
  AnswerFormatError: { title: "Impossibile rispettare il formato della risposta" },
  InternalError: { title: "Errore dell’app" },
  WorkerDiedError: {
    title: "Il processo del modello si è fermato",
    sentence:
      "Di solito è il browser a chiuderlo per mancanza di memoria. La chat è al sicuro; chiudi ciò che non ti serve, poi riavvialo.",
  },
  EngineMovedError: {
    title: "La scheda che eseguiva il modello è stata chiusa",
    sentence: "Quanto era stato fatto è salvato: carica di nuovo il modello qui per proseguire.",
  },
  OtherVersionError: {
    title: "Un'altra scheda usa un'altra versione di questa app",
    sentence:
      "Il modello funziona in una sola scheda per tutte, ma solo per quelle della stessa versione. Ricarica quella scheda, poi questa: entrambe avranno la più recente. Quanto hai scritto è salvato.",
  },
  PageStorageError: {
    title: "Questa chat non viene salvata",
    sentence:
      "Il browser rifiuta di salvarla. Resta sullo schermo finché questa pagina non viene chiusa e il salvataggio viene ritentato automaticamente: libera spazio sul disco, consenti a questo sito di salvare dati oppure esporta la chat.",
  },
  PageStorageGoneError: {
    title: "I dati di questo sito sono stati rimossi",
    sentence:
      "Il browser ha rimosso ciò che questa pagina aveva salvato. La chat sullo schermo è ancora qui: esportala prima di ricaricare la pagina.",
  },
  NewerStorageError: {
    title: "È passata di qui una versione più recente",
    sentence:
      "Una versione più recente di questa app ha cambiato il modo di salvare le chat, quindi questa pagina non salva più nulla. Ricaricala per ottenere quella versione; ciò che è salvato resta.",
  },
  UnsupportedDocumentError: { title: "Questo file non può essere allegato" },
  DocumentFormatError: { title: "Questo file è danneggiato" },
  DocumentPasswordError: { title: "Questo file è bloccato" },
  DocumentEmptyError: { title: "Questo file è vuoto" },
  DocumentWithoutTextError: { title: "Questo documento non contiene testo" },
  DocumentTooLargeError: { title: "Questo documento è troppo grande" },
  DocumentTimeoutError: { title: "Questo documento ha richiesto troppo tempo" },
  DocumentMemoryError: { title: "Questo documento richiede troppa memoria" },
  DocumentWorkerError: { title: "Il lettore di documenti si è fermato" },
  DocumentGoneError: { title: "Un documento non c’è più" },
  UnknownError: { title: "Qualcosa è andato storto" },
};

export const remedies: Texts["remedies"] = {
  "load-again": "Carica di nuovo",
  "load-bundled": "Usa il modello piccolo",
  "open-models": "Apri Modelli",
  "open-settings": "Apri le impostazioni",
  "new-chat": "Nuova chat",
  "resume-download": "Riprova",
  "reload-page": "Ricarica la pagina",
  "save-again": "Salva di nuovo",
  "export-chat": "Esporta questa chat",
};
