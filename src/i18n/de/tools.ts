// Tools that the model may ask for, and its calls.
import type { ToolTexts } from "../tool-texts";

const names: ToolTexts["names"] = {
  search_documents: "In meinen Dokumenten suchen",
  calculator: "Taschenrechner",
  current_date: "Heutiges Datum",
};

const helps: ToolTexts["helps"] = {
  search_documents:
    "Findet Stellen in den Dokumenten dieses Chats und zeigt sie Ihnen, bevor das Modell sie bekommt.",
  calculator: "Rechnet einen Ausdruck exakt aus.",
  current_date: "Datum, Wochentag, Uhrzeit und Zeitzone dieses Geräts.",
};

export const tools: ToolTexts = {
  title: "Werkzeuge",
  intro: "Um diese kann das Modell bitten. Nichts läuft, bevor Sie klicken.",
  notWithModel: "Das geladene Modell kann keine Werkzeuge aufrufen. Wählen Sie unter Modelle ein anderes.",
  notWithJson: "Solange Antworten JSON sind, ruft das Modell keine Werkzeuge auf.",
  names,
  helps,
  free: (name) => `${name}: ohne Rückfrage ausführen`,
  freeHelp: "In diesem Chat, so oft das Modell will.",
  first: "Jede Antwort beginnen mit",
  firstHelp: "Das Modell bittet dann um dieses Werkzeug, bevor es etwas sagt.",
  modelDecides: "Was das Modell wählt",

  // A call
  label: (name) => `Werkzeug: ${name}`,
  asks: (name) => `Das Modell bittet um ein Werkzeug: ${name}.`,
  writing: "Das Modell bittet um ein Werkzeug …",
  run: "Ausführen",
  decline: "Nicht ausführen",
  allow: "In diesem Chat immer ausführen",
  sendOn: "Dem Modell geben",
  withhold: "Nicht geben",
  query: "Suche nach",
  expression: "Ausdruck",
  found: "Gefunden und dem Modell noch nicht gegeben",
  result: "Ergebnis",
  declined: "Sie haben es nicht ausführen lassen.",
  passedOver: "Es wurde nicht ausgeführt.",
  written: "Was das Modell geschrieben hat",

  // What is wrong with one
  unfinished: "Die Antwort endete mitten im Aufruf.",
  tooLong: (length, limit) => `Der Aufruf hat ${length} Zeichen; höchstens ${limit} sind möglich.`,
  notJson: (reason) => `Der Aufruf ist kein JSON: ${reason}`,
  otherForm: "Was das Modell geschrieben hat, ist kein Aufruf.",
  unknownTool: (name) => `In diesem Chat gibt es kein Werkzeug „${name}“.`,
  missingArgument: (argument) => `Das Argument „${argument}“ fehlt.`,
  unknownArgument: (argument) => `Das Werkzeug hat kein Argument „${argument}“.`,
  badArgument: (argument, least, most) =>
    `Das Argument „${argument}“ muss ein Text von ${least} bis ${most} Zeichen sein.`,
  tooMany: (limit) =>
    `Das Modell hat ${limit} Mal hintereinander um Werkzeuge gebeten. Mehr wurde nicht ausgeführt; fragen Sie erneut, um fortzufahren.`,
};
