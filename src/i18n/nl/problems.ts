// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { Texts } from "../catalogue";

export const problems: Texts["problems"] = {
  WebGpuUnavailableError: { title: "Deze browser kan het model niet uitvoeren" },
  GpuLimitError: { title: "Deze GPU is te klein voor dit model" },
  GpuOutOfMemoryError: { title: "De GPU heeft te weinig geheugen" },
  DeviceLostError: {
    title: "Het grafische stuurprogramma is opnieuw gestart",
    sentence:
      "Het model staat niet meer op de GPU. Je chat is veilig, met het antwoord tot waar het was gekomen: laad het model opnieuw en genereer het antwoord dan opnieuw.",
  },
  DeviceLostAgainError: {
    title: "Het grafische stuurprogramma is weer gestopt",
    sentence:
      "Alles is opgeslagen. Laad de pagina opnieuw met de knop van de browser zelf: pas dan geeft die de GPU terug, en een afgebroken antwoord gaat vanzelf verder. Blijft het gebeuren, sluit dan andere tabbladen die de GPU gebruiken of gebruik een kleiner model.",
  },
  NumericalError: { title: "De getallen van het model zijn ontspoord" },
  ModelNotFoundError: { title: "Het model is niet aanwezig" },
  ModelEvictedError: { title: "De browser heeft het model verwijderd" },
  ModelFormatError: { title: "Dit bestand is geen model dat deze app kan uitvoeren" },
  ModelDamagedError: { title: "Het opgeslagen model is beschadigd" },
  ModelChangedError: { title: "Het bestand op de server is gewijzigd" },
  DownloadError: { title: "De download is gestopt" },
  LockedError: { title: "Vergrendeld" },
  OfflineError: {
    title: "Geen netwerk",
    sentence:
      "Wat is aangekomen blijft bewaard, en de download gaat vanzelf verder zodra het netwerk er weer is.",
  },
  StorageFullError: { title: "De opslag van de browser is vol" },
  StorageUnavailableError: { title: "De browser laat deze pagina geen gegevens opslaan" },
  ContextTooLongError: { title: "Dit is te lang voor het model" },
  EngineBusyError: {
    title: "Het model is bezig",
    sentence: "Het werkt nog aan iets anders. Wacht even en probeer het dan opnieuw.",
  },
  NoModelError: { title: "Er is geen model geladen" },
  AnswerFormatError: { title: "De indeling van het antwoord kan niet worden aangehouden" },
  InternalError: { title: "Een fout in de app" },
  WorkerDiedError: {
    title: "Het proces van het model is gestopt",
    sentence:
      "Meestal heeft de browser het beëindigd door gebrek aan geheugen. De chat is veilig; sluit wat je niet nodig hebt en start het model dan opnieuw.",
  },
  EngineMovedError: {
    title: "Het tabblad waarin het model liep, is gesloten",
    sentence: "Wat er al was, is opgeslagen: laad het model hier opnieuw om verder te gaan.",
  },
  OtherVersionError: {
    title: "Een ander tabblad heeft een andere versie van deze app",
    sentence:
      "Het model draait in één tabblad voor alle, maar alleen voor tabbladen met dezelfde versie. Laad dat tabblad opnieuw en daarna dit: dan hebben beide de nieuwste. Wat je hebt geschreven, is opgeslagen.",
  },
  PageStorageError: {
    title: "Deze chat wordt niet opgeslagen",
    sentence:
      "De browser weigert de chat op te slaan. De chat blijft op het scherm tot deze pagina wordt gesloten, en opslaan wordt vanzelf opnieuw geprobeerd: maak ruimte op de schijf, sta deze site toe gegevens op te slaan of exporteer de chat.",
  },
  PageStorageGoneError: {
    title: "De gegevens van deze site zijn verwijderd",
    sentence:
      "De browser heeft verwijderd wat deze pagina had opgeslagen. De chat op het scherm is er nog: exporteer hem voordat u de pagina opnieuw laadt.",
  },
  NewerStorageError: {
    title: "Een nieuwere versie is hier geweest",
    sentence:
      "Een nieuwere versie van deze app heeft veranderd hoe chats worden opgeslagen; deze pagina slaat daarom niets meer op. Laad de pagina opnieuw om die versie te krijgen; wat is opgeslagen, blijft.",
  },
  UnsupportedDocumentError: { title: "Dit bestand kan niet worden bijgevoegd" },
  DocumentFormatError: { title: "Dit bestand is beschadigd" },
  DocumentPasswordError: { title: "Dit bestand is vergrendeld" },
  DocumentEmptyError: { title: "Dit bestand is leeg" },
  DocumentWithoutTextError: { title: "Dit document bevat geen tekst" },
  DocumentTooLargeError: { title: "Dit document is te groot" },
  DocumentTimeoutError: { title: "Dit document duurde te lang" },
  DocumentMemoryError: { title: "Dit document heeft te veel geheugen nodig" },
  DocumentWorkerError: { title: "Het leesprogramma voor documenten is gestopt" },
  DocumentGoneError: { title: "Een document is verdwenen" },
  UnknownError: { title: "Er is iets misgegaan" },
};

export const remedies: Texts["remedies"] = {
  "load-again": "Opnieuw laden",
  "load-bundled": "Het kleine model gebruiken",
  "open-models": "Modellen openen",
  "open-settings": "Instellingen openen",
  "new-chat": "Nieuwe chat",
  "resume-download": "Opnieuw proberen",
  "reload-page": "Pagina opnieuw laden",
  "save-again": "Opnieuw opslaan",
  "export-chat": "Deze chat exporteren",
};
