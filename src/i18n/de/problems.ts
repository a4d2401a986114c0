// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { Texts } from "../catalogue";

export const problems: Texts["problems"] = {
  WebGpuUnavailableError: { title: "Dieser Browser kann das Modell nicht ausführen" },
  GpuLimitError: { title: "Diese GPU ist für dieses Modell zu klein" },
  GpuOutOfMemoryError: { title: "Der GPU-Speicher reicht nicht aus" },
  DeviceLostError: {
    title: "Der Grafiktreiber wurde neu gestartet",
    sentence:
      "Das Modell ist nicht mehr auf der GPU. Ihr Chat ist sicher, mit der Antwort, so weit sie gekommen war: Laden Sie das Modell erneut, und generieren Sie die Antwort dann neu.",
  },
  DeviceLostAgainError: {
    title: "Der Grafiktreiber ist erneut ausgefallen",
    sentence:
      "Alles ist gespeichert. Laden Sie die Seite mit der Schaltfläche des Browsers selbst neu: Erst dann gibt er die GPU wieder frei, und eine abgebrochene Antwort geht von selbst weiter. Wenn es immer wieder geschieht, schließen Sie andere Tabs, die die GPU benutzen, oder nehmen Sie ein kleineres Modell.",
  },
  NumericalError: { title: "Die Zahlen des Modells sind entgleist" },
  ModelNotFoundError: { title: "Das Modell ist nicht vorhanden" },
  ModelEvictedError: { title: "Der Browser hat das Modell entfernt" },
  ModelFormatError: { title: "Diese Datei ist kein Modell, das diese App ausführen kann" },
  ModelDamagedError: { title: "Das gespeicherte Modell ist beschädigt" },
  ModelChangedError: { title: "Die Datei auf dem Server wurde geändert" },
  DownloadError: { title: "Der Download wurde abgebrochen" },
  LockedError: { title: "Gesperrt" },
  OfflineError: {
    title: "Kein Netz",
    sentence:
      "Was angekommen ist, bleibt erhalten, und der Download läuft von selbst weiter, sobald das Netz wieder da ist.",
  },
  StorageFullError: { title: "Der Speicher des Browsers ist voll" },
  StorageUnavailableError: { title: "Der Browser lässt diese Seite keine Daten speichern" },
  ContextTooLongError: { title: "Das ist zu lang für das Modell" },
  EngineBusyError: {
    title: "Das Modell ist beschäftigt",
    sentence: "Es arbeitet noch an etwas anderem. Warten Sie kurz, und versuchen Sie es dann erneut.",
  },
  NoModelError: { title: "Es ist kein Modell geladen" },
  AnswerFormatError: { title: "Das Format der Antwort kann nicht eingehalten werden" },
  InternalError: { title: "Ein Fehler in der App" },
  WorkerDiedError: {
    title: "Der Prozess des Modells wurde beendet",
    sentence:
      "Meist hat ihn der Browser aus Mangel an Arbeitsspeicher beendet. Der Chat ist sicher; schließen Sie, was Sie nicht brauchen, und starten Sie das Modell erneut.",
  },
  EngineMovedError: {
    title: "Der Tab, in dem das Modell lief, wurde geschlossen",
    sentence:
      "Was bis dahin entstanden war, ist gespeichert: Laden Sie das Modell hier neu, um weiterzumachen.",
  },
  OtherVersionError: {
    title: "In einem anderen Tab läuft eine andere Version dieser App",
    sentence:
      "Das Modell läuft in einem Tab für alle, aber nur für Tabs der gleichen Version. Laden Sie jenen Tab neu und dann diesen: Danach haben beide die neueste. Was Sie geschrieben haben, ist gespeichert.",
  },
  PageStorageError: {
    title: "Dieser Chat wird nicht gespeichert",
    sentence:
      "Der Browser verweigert das Speichern. Der Chat bleibt auf dem Bildschirm, bis diese Seite geschlossen wird, und das Speichern wird von selbst erneut versucht: Schaffen Sie Platz auf dem Datenträger, erlauben Sie dieser Website, Daten zu speichern, oder exportieren Sie den Chat.",
  },
  PageStorageGoneError: {
    title: "Die Daten dieser Website wurden entfernt",
    sentence:
      "Der Browser hat entfernt, was diese Seite gespeichert hatte. Der Chat auf dem Bildschirm ist noch da: Exportieren Sie ihn, bevor Sie die Seite neu laden.",
  },
  NewerStorageError: {
    title: "Eine neuere Version war hier",
    sentence:
      "Eine neuere Version dieser App hat geändert, wie Chats gespeichert werden; diese Seite speichert deshalb nichts mehr. Laden Sie die Seite neu, um jene Version zu erhalten; was gespeichert ist, bleibt.",
  },
  UnsupportedDocumentError: { title: "Diese Datei kann nicht angehängt werden" },
  DocumentFormatError: { title: "Diese Datei ist beschädigt" },
  DocumentPasswordError: { title: "Diese Datei ist gesperrt" },
  DocumentEmptyError: { title: "Diese Datei ist leer" },
  DocumentWithoutTextError: { title: "Dieses Dokument enthält keinen Text" },
  DocumentTooLargeError: { title: "Dieses Dokument ist zu groß" },
  DocumentTimeoutError: { title: "Dieses Dokument hat zu lange gedauert" },
  DocumentMemoryError: { title: "Dieses Dokument braucht zu viel Arbeitsspeicher" },
  DocumentWorkerError: { title: "Das Leseprogramm für Dokumente ist ausgefallen" },
  DocumentGoneError: { title: "Ein Dokument ist nicht mehr vorhanden" },
  UnknownError: { title: "Etwas ist schiefgegangen" },
};

export const remedies: Texts["remedies"] = {
  "load-again": "Erneut laden",
  "load-bundled": "Kleines Modell verwenden",
  "open-models": "Modelle öffnen",
  "open-settings": "Einstellungen öffnen",
  "new-chat": "Neuer Chat",
  "resume-download": "Erneut versuchen",
  "reload-page": "Seite neu laden",
  "save-again": "Erneut speichern",
  "export-chat": "Diesen Chat exportieren",
};
