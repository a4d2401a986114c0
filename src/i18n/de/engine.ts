// What the engine reports: why something failed, why a download waits, and what became of saved readings.
import { formatBytes, formatCount } from "../../stores/format";
import type { TranslatedEngineTexts } from "../engine-texts";

export const engine: TranslatedEngineTexts = {
  sentences: {
    WebGpuUnavailableError:
      "Verwenden Sie ein aktuelles Chrome oder Edge, Safari 26 oder Firefox 141 unter Windows, mit eingeschalteter Hardwarebeschleunigung. Aktualisieren Sie den Grafiktreiber, oder laden Sie die Seite neu, wenn der Treiber gerade abgestürzt ist.",
    GpuLimitError: ({ limit, needed, offered }) =>
      `Diese GPU bietet ${limit} = ${formatCount(offered)}, und das Modell braucht ${formatCount(needed)}. Versuchen Sie es mit einem kleineren Modell oder einem kürzeren Kontext.`,
    GpuOutOfMemoryError: ({ byteLength }) =>
      `Die GPU hat keinen Speicher mehr für weitere ${formatBytes(byteLength)}. Schließen Sie andere Tabs, die die GPU nutzen, kürzen Sie den Kontext oder wählen Sie ein kleineres Modell, und laden Sie es dann erneut.`,
    NumericalError:
      "Die Antwort wurde angehalten, damit nichts Falsches gezeigt wird. Laden Sie das Modell erneut; geschieht es wieder, liegt es an der Datei oder am Grafiktreiber.",
    ModelNotFoundError:
      "Laden Sie es herunter; war es schon hier, hat der Browser es entfernt, um Platz zu schaffen.",
    ModelEvictedError: "Der Browser hat es entfernt, um Platz zu schaffen. Laden Sie es erneut herunter.",
    ModelFormatError: "Wählen Sie eine andere .gguf-Datei: ein dichtes Jamba in einer einzigen Datei.",
    ModelDamagedError:
      "Laden Sie das Modell erneut: Nur das Beschädigte wird neu geholt. Stammt es aus einer Datei auf diesem Gerät, öffnen Sie diese noch einmal.",
    ModelChangedError:
      "Starten Sie den Download erneut: Er beginnt von vorn mit der Datei, wie sie jetzt ist.",
    DownloadError: "Prüfen Sie die Adresse und das Netz, und versuchen Sie es dann erneut.",
    StorageFullError: ({ missingBytes, keptBytes }) =>
      `Es fehlen ${formatBytes(missingBytes)}. Die ${formatBytes(keptBytes)}, die schon hier sind, bleiben erhalten; schaffen Sie Platz auf dem Datenträger oder löschen Sie ein anderes Modell, und setzen Sie dann fort.`,
    StorageUnavailableError:
      "Prüfen Sie, ob der Browser Daten dieser Website behalten darf, schließen Sie andere Tabs der App und laden Sie die Seite neu.",
    ContextTooLongError: ({ promptTokens, contextLength }) =>
      `Der Chat mit seinen Dokumenten hat ${formatCount(promptTokens)} Token, und in den Kontext passen ${formatCount(contextLength)}. Es wurde nichts abgeschnitten. Entfernen oder kürzen Sie ein Dokument, beginnen Sie einen neuen Chat oder laden Sie das Modell mit einem längeren Kontext.`,
    NoModelError: "Laden Sie zuerst eines.",
    AnswerFormatError: "Ändern Sie das Schema, oder fragen Sie ohne es.",
    InternalError:
      "Das ist ein Fehler der App, nicht Ihrer. Laden Sie das Modell erneut, oder laden Sie die Seite neu.",
    DocumentGoneError: ({ documentName }) =>
      `„${documentName}“ wurde aus der Bibliothek gelöscht, und dieser Chat braucht es, um weiterzugehen. Hängen Sie dieselbe Datei in irgendeinem Chat erneut an, und sie ist wieder da; oder beginnen Sie einen neuen Chat.`,
    UnknownError: "Versuchen Sie es erneut, oder laden Sie die Seite neu.",
  },
  retryReasons: {
    network: () => "Die Verbindung zum Server ist abgerissen.",
    short: () => "Der Server hat seine Antwort zu früh beendet.",
    stalled: () => "Die Verbindung ist stecken geblieben.",
    mismatch: () => "Der Server hat andere Bytes geschickt als verlangt.",
    server: (status) => `Der Server hat eine Störung (Status ${status}).`,
    busy: () => "Der Server bittet um eine Pause (zu viele Anfragen).",
    refused: (status) => `Der Server hat den Download verweigert (Status ${status}).`,
  },
  waitsForNetwork: "Es gibt kein Netz. Der Download läuft von selbst weiter, sobald es wieder da ist.",
  stateRefused: (label) =>
    `Was vom Lesen von „${label}“ gespeichert war, war auf dem Datenträger beschädigt. Es ist gelöscht, und der Text wird neu gelesen.`,
  statesOutdated:
    "Was eine frühere Version der App vom Lesen gespeichert hatte, nützt dieser nichts. Es ist gelöscht, und die Texte werden neu gelesen, sobald nach ihnen gefragt wird.",
  statesFull:
    "Der Browser hat keinen Platz, um Gelesenes zu speichern; nach einem Neuladen wird es daher neu gelesen. Antworten gehen weiter wie bisher; schaffen Sie Platz auf dem Datenträger, oder löschen Sie gespeicherte Lesestände unter Modelle.",
};
