// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const storage: Texts["storage"] = {
  title: "Opslag",
  open: "Bekijken wat is opgeslagen",
  used: (bytes) => `${formatBytes(bytes)} gebruikt.`,
  usedOf: (bytes, quota) => `${formatBytes(bytes)} gebruikt van ongeveer ${formatBytes(quota)} toegestaan.`,
  promised: "De browser heeft beloofd de gegevens te bewaren.",
  unreadable:
    "Een deel van wat hier is opgeslagen, kan deze versie niet lezen. Het blijft zoals het is en staat in een JSON-export van alle chats.",
  mayRemove: "De browser kan de gegevens verwijderen als de schijf vol raakt.",
  askToKeep: "Browser vragen ze te bewaren",
  refusedToKeep:
    "De browser heeft het niet beloofd. Als de pagina als app is geïnstalleerd of vaak wordt gebruikt, doet hij dat later misschien wel.",
  partsOf: "Wat de ruimte inneemt",

  models: "Modellen",
  reading: "Onthouden leeswerk",
  documents: "Documenten",
  chats: "Chats",
  rest: "De pagina zelf en de rest",

  none: "Nog geen.",
  noReading:
    "Nog niets. Na een lange tekst onthoudt het model wat het heeft gelezen en gaat het de volgende keer daar verder.",
  readingHelp: "Door verwijderen gaat geen tekst verloren: die wordt zo nodig opnieuw gelezen.",
  state: ({ kind, tokenCount, byteLength, sharedBytes }) => {
    const parts = [
      kind === "document" ? "Document" : "Chat",
      `${formatCount(tokenCount)} tokens`,
      formatBytes(byteLength),
    ];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} gedeeld`);
    return parts.join(" · ");
  },
  document: (textBytes, stateBytes) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)} en ${formatBytes(stateBytes)} onthouden`
      : formatBytes(textBytes),
  delete: (name) => `${name} verwijderen`,
  forget: (name) => `${name} vergeten`,
  forgetAll: "Alles vergeten",
  more: (count) => `nog ${formatCount(count)}`,
  openLibrary: "Bibliotheek openen",
};
