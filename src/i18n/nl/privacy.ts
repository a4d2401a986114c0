// The lock, and what may leave the device; fetched when it is first shown.
import type { PrivacyTexts } from "../privacy-texts";

export const privacy: PrivacyTexts = {
  title: "Wat dit apparaat verlaat",
  lock: "Vergrendelen: niets verlaat dit apparaat",
  unlock: "Ontgrendelen",
  reload: "Deze pagina opnieuw laden",
  locked: "Offlineslot",
  lockedLabel: "Vergrendeld: niets verlaat dit apparaat",
  lockedHelp:
    "De browser weigert deze pagina elke verbinding; ze heeft er net een geprobeerd. Downloads en nieuwe versies wachten, en links blijven dicht, tot je ontgrendelt. Ontgrendelen laadt de pagina opnieuw.",
  openLabel: "Niet vergrendeld: modellen kunnen worden gedownload",
  lockHelp:
    "Je model is hier, van buiten is niets meer nodig. Met het slot weigert de browser elke verbinding, tot je het weer opent. Vergrendelen laadt de pagina opnieuw.",
  modelFirst: "Het slot kan erop zodra er een model op dit apparaat staat.",
  unavailable:
    "Voor het slot moet deze browser de app hebben bewaard. Dat duurt even na het eerste bezoek; privévensters staan het misschien niet toe.",
  loose: "Slot werkt niet",
  looseLabel: "Het slot zit erop, maar werkt niet in dit tabblad",
  looseHelp:
    "Dit tabblad is geladen vóór het slot erop ging, of eromheen. Laad het opnieuw om het slot te laten werken.",
  staysTitle: "Wat hier blijft",
  stays: [
    "Chats, documenten en antwoorden staan in deze browser. De delen van de app die ze lezen kunnen geen andere site bereiken: daar zorgt de browser voor.",
    "Niets wat een antwoord of document noemt wordt opgehaald: geen afbeelding, geen stijl, geen script.",
  ],
  leavesTitle: "Wat eruit gaat zolang het niet vergrendeld is",
  leaves: [
    "Een download vraagt de server van het model om het bestand. Die ziet je netwerkadres en welk bestand je wilt, verder niets.",
    "Een link opent een andere site wanneer je erop klikt.",
    "De server van deze app wordt om de bestanden van de app en om nieuwe versies gevraagd.",
  ],
  browserAsks:
    "Ook onder het slot kan de browser zelf kijken of de server van deze app een nieuwe versie heeft (het bestand sw.js). Dat verzoek bevat niets van jou.",
  linkKeptClosed: "De pagina is vergrendeld, dus de link is niet geopend.",
  downloadRefused:
    "Je hebt deze pagina vergrendeld, zodat niets dit apparaat verlaat. Klik om te downloaden op het slot naast de naam van het model en ontgrendel.",
  licences: "Licenties van de software in deze app",
};
