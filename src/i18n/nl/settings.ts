// The Settings dialog.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

type Settings = Texts["settings"];

const sections: Settings["sections"] = {
  general: "Algemeen",
  answers: "Antwoorden",
  model: "Model",
  sampling: "Geavanceerde sampling",
};

const fields: Settings["fields"] = {
  theme: {
    label: "Thema",
    help: "De kleuren van de pagina.",
    choices: { system: "Systeem", light: "Licht", dark: "Donker" },
  },
  language: {
    label: "Taal",
    help: "Van de knoppen en meldingen. Het model antwoordt in de taal waarin je schrijft.",
    choices: { system: "Systeem" },
  },
  sendKey: {
    label: "Verzenden met",
    help: "De andere toets begint een nieuwe regel.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "Plakken als document vanaf",
    help: "In tekens: langere geplakte tekst wordt een document. Bij 0 nooit.",
  },
  motion: {
    label: "Beweging",
    help: "Of dingen op de pagina mogen bewegen en vervagen.",
    choices: { system: "Systeem", reduced: "Verminderd", full: "Volledig" },
  },
  systemPrompt: {
    label: "Instructies",
    help: "Krijgt het model vóór elke chat, als systeemprompt.",
    placeholder: "Antwoord in korte, eenvoudige zinnen.",
  },
  temperature: {
    label: "Temperatuur",
    help: "Hoe vrij woorden worden gekozen. Bij 0 altijd het waarschijnlijkste.",
  },
  maxTokens: { label: "Langste antwoord", help: "In tokens; daar wordt een antwoord afgekapt." },
  usesLookup: {
    label: "Vooruit raden",
    help: "Waar een antwoord overneemt wat gelezen is, worden meerdere woorden tegelijk geraden en gecontroleerd. Sneller, en de tekst is dezelfde.",
  },
  autoScroll: {
    label: "Antwoord volgen",
    help: "Houdt de nieuwste woorden in beeld zolang de pagina onderaan staat.",
  },
  showStatistics: { label: "Cijfers tonen", help: "Tokens, snelheid en wachttijd onder elk antwoord." },
  contextLength: {
    label: "Contextlengte",
    help: "Tokens die de chat en de documenten samen mogen hebben. Langer kost meer GPU-geheugen.",
    placeholder: "Automatisch",
  },
  isPrecise: {
    label: "Nauwkeurig rekenen",
    help: "Berekent alles met 32-bits drijvendekommagetallen. Langzamer; antwoorden verschillen bijna nooit.",
  },
  topP: {
    label: "Top-p",
    help: "Houdt de waarschijnlijkste woorden die samen deze kans bereiken. 1 is uit.",
  },
  topK: { label: "Top-k", help: "Houdt dit aantal van de waarschijnlijkste woorden. 0 is uit." },
  minP: {
    label: "Min-p",
    help: "Laat woorden vallen met minder dan dit deel van de kans van het waarschijnlijkste. 0 is uit.",
  },
  repetitionPenalty: {
    label: "Herhalingsstraf",
    help: "Maakt al gebruikte woorden minder waarschijnlijk. 1 is uit.",
  },
  seed: {
    label: "Startwaarde",
    help: "Dezelfde startwaarde, instellingen en chat geven hetzelfde antwoord.",
    placeholder: "Willekeurig",
  },
};

export const settings: Settings = {
  title: "Instellingen",
  sections,
  fields,
  modified: "Gewijzigd",
  reset: (label) => `${label} herstellen`,
  resetAll: "Standaardwaarden herstellen",
  wereReset: "De standaardwaarden van de instellingen zijn hersteld.",
  noLanguage:
    "Deze taal kon niet worden opgehaald. Als je de pagina weer opent, wordt het opnieuw geprobeerd.",
  loadWithLength: "Opnieuw laden met deze lengte",
  loadPrecise: "Opnieuw laden met volle precisie",
  loadFast: "Opnieuw laden voor snelheid",
  isLoadedPrecise: "Het geladen model rekent met 32 bits.",
  contextHeld: (tokens, bytes) =>
    `In het geladen model passen ${formatCount(tokens)} tokens; samen kosten ze ${formatBytes(bytes)} GPU-geheugen.`,
  contextHeldShort: (tokens, bytes, ownTokens) =>
    `In het geladen model passen ${formatCount(tokens)} tokens; samen kosten ze ${formatBytes(bytes)} GPU-geheugen. Het is gemaakt voor ${formatCount(ownTokens)}, maar meer laat het geheugen niet toe.`,
  measure: "Deze computer meten",
  privacyTitle: "Opslag en privacy",
  privacy:
    "Chats, documenten en modellen blijven in deze browser. Niets van wat je schrijft wordt verstuurd.",
};
