// The lock, and what may leave the device; fetched when it is first shown.
import type { PrivacyTexts } from "../privacy-texts";

export const privacy: PrivacyTexts = {
  title: "Was dieses Gerät verlässt",
  lock: "Sperren: Nichts verlässt dieses Gerät",
  unlock: "Entsperren",
  reload: "Seite neu laden",
  locked: "Offline-Sperre",
  lockedLabel: "Gesperrt: Nichts verlässt dieses Gerät",
  lockedHelp:
    "Der Browser verweigert dieser Seite jede Verbindung; sie hat es eben versucht. Downloads und neue Versionen warten, und Links bleiben zu, bis du entsperrst. Beim Entsperren wird die Seite neu geladen.",
  openLabel: "Nicht gesperrt: Modelle können geladen werden",
  lockHelp:
    "Dein Modell ist da, von außen wird nichts mehr gebraucht. Mit der Sperre verweigert der Browser jede Verbindung, bis du sie wieder öffnest. Beim Sperren wird die Seite neu geladen.",
  modelFirst: "Die Sperre lässt sich setzen, sobald ein Modell auf diesem Gerät ist.",
  unavailable:
    "Für die Sperre muss der Browser die App gespeichert haben. Das dauert nach dem ersten Besuch einen Moment; private Fenster lassen es womöglich nicht zu.",
  loose: "Sperre greift nicht",
  looseLabel: "Die Sperre ist gesetzt, greift in diesem Tab aber nicht",
  looseHelp: "Dieser Tab wurde vor der Sperre oder an ihr vorbei geladen. Lade ihn neu, damit sie greift.",
  staysTitle: "Was hier bleibt",
  stays: [
    "Chats, Dokumente und Antworten liegen in diesem Browser. Die Teile der App, die sie lesen, können keine andere Website erreichen: Dafür sorgt der Browser.",
    "Nichts, was eine Antwort oder ein Dokument nennt, wird geladen: kein Bild, kein Stil, kein Skript.",
  ],
  leavesTitle: "Was ohne Sperre hinausgeht",
  leaves: [
    "Ein Download fragt den Server des Modells nach der Datei. Er sieht deine Netzadresse und welche Datei du willst, sonst nichts.",
    "Ein Link öffnet eine andere Website, wenn du ihn anklickst.",
    "Der Server dieser App wird nach deren Dateien und nach neuen Versionen gefragt.",
  ],
  browserAsks:
    "Auch unter der Sperre sieht der Browser vielleicht von selbst nach, ob der Server dieser App eine neue Version hat (die Datei sw.js). Diese Anfrage enthält nichts von dir.",
  linkKeptClosed: "Die Seite ist gesperrt, deshalb wurde der Link nicht geöffnet.",
  downloadRefused:
    "Du hast diese Seite gesperrt, damit nichts dieses Gerät verlässt. Zum Herunterladen klicke auf das Schloss neben dem Namen des Modells und entsperre sie.",
  licences: "Lizenzen der Software in dieser App",
};
