// What the engine reports: why something failed, why a download waits, and what became of saved readings.
import { formatBytes, formatCount } from "../../stores/format";
import type { TranslatedEngineTexts } from "../engine-texts";

export const engine: TranslatedEngineTexts = {
  sentences: {
    WebGpuUnavailableError:
      "Gebruik een recente Chrome of Edge, Safari 26, of Firefox 141 op Windows, met hardwareversnelling ingeschakeld. Werk het grafische stuurprogramma bij, of laad de pagina opnieuw als het net is vastgelopen.",
    GpuLimitError: ({ limit, needed, offered }) =>
      `Deze GPU biedt ${limit} = ${formatCount(offered)} en het model heeft ${formatCount(needed)} nodig. Probeer een kleiner model of een kortere context.`,
    GpuOutOfMemoryError: ({ byteLength }) =>
      `De GPU heeft geen geheugen meer voor nog ${formatBytes(byteLength)}. Sluit andere tabbladen die de GPU gebruiken, maak de context korter of kies een kleiner model, en laad het dan opnieuw.`,
    NumericalError:
      "Het antwoord is gestopt zodat er niets verkeerds verschijnt. Laad het model opnieuw; gebeurt het weer, dan ligt het aan het bestand of aan het grafische stuurprogramma.",
    ModelNotFoundError:
      "Download het; als het hier al stond, heeft de browser het verwijderd om ruimte vrij te maken.",
    ModelEvictedError: "De browser heeft het verwijderd om ruimte vrij te maken. Download het opnieuw.",
    ModelFormatError: "Kies een ander .gguf-bestand: een dichte Jamba in één bestand.",
    ModelDamagedError:
      "Laad het model opnieuw: alleen wat beschadigd is, wordt opnieuw opgehaald. Komt het uit een bestand op dit apparaat, open dat dan nog eens.",
    ModelChangedError:
      "Start de download opnieuw: die begint van voren af aan met het bestand zoals het nu is.",
    DownloadError: "Controleer het adres en het netwerk, en probeer het opnieuw.",
    StorageFullError: ({ missingBytes, keptBytes }) =>
      `Er is ${formatBytes(missingBytes)} te weinig. De ${formatBytes(keptBytes)} die er al zijn, blijven bewaard; maak schijfruimte vrij of verwijder een ander model, en ga dan verder.`,
    StorageUnavailableError:
      "Controleer of de browser gegevens van deze site mag bewaren, sluit andere tabbladen van de app en laad de pagina opnieuw.",
    ContextTooLongError: ({ promptTokens, contextLength }) =>
      `Het gesprek met zijn documenten heeft ${formatCount(promptTokens)} tokens en in de context passen er ${formatCount(contextLength)}. Er is niets afgekapt. Verwijder of verkort een document, begin een nieuwe chat of laad het model met een langere context.`,
    NoModelError: "Laad er eerst een.",
    AnswerFormatError: "Wijzig het schema, of vraag het zonder.",
    InternalError:
      "Dit is een fout van de app, niet van jou. Laad het model opnieuw of laad de pagina opnieuw.",
    DocumentGoneError: ({ documentName }) =>
      `“${documentName}” is uit de bibliotheek verwijderd, en deze chat heeft het nodig om verder te gaan. Voeg hetzelfde bestand opnieuw toe, in welke chat ook, en het is terug; of begin een nieuwe chat.`,
    UnknownError: "Probeer het opnieuw of laad de pagina opnieuw.",
  },
  retryReasons: {
    network: () => "De verbinding met de server is verbroken.",
    short: () => "De server beëindigde zijn antwoord te vroeg.",
    stalled: () => "De verbinding bleef hangen.",
    mismatch: () => "De server stuurde andere bytes dan gevraagd.",
    server: (status) => `De server heeft een storing (status ${status}).`,
    busy: () => "De server vraagt om een pauze (te veel verzoeken).",
    refused: (status) => `De server weigerde de download (status ${status}).`,
  },
  waitsForNetwork: "Er is geen netwerk. De download gaat vanzelf verder als het terug is.",
  stateRefused: (label) =>
    `Wat van het lezen van “${label}” was bewaard, was op de schijf beschadigd. Het is verwijderd en de tekst wordt opnieuw gelezen.`,
  statesOutdated:
    "Wat een eerdere versie van de app van het lezen had bewaard, is voor deze onbruikbaar. Het is verwijderd, en de teksten worden opnieuw gelezen zodra ernaar wordt gevraagd.",
  statesFull:
    "De browser heeft geen ruimte om te bewaren wat gelezen is, dus na opnieuw laden wordt het opnieuw gelezen. Antwoorden gaan door zoals voorheen; maak schijfruimte vrij of verwijder bewaarde leesstanden in Modellen.",
};
