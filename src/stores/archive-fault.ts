// What is wrong with a file of chats, in a sentence that says where.
import type { ArchiveFault, FaultPlace } from "../chats/api";
import type { Texts } from "../i18n/catalogue";
import { formatBytes } from "./format";

export function describeFault(fault: ArchiveFault, texts: Texts["conversations"]): string {
  switch (fault.kind) {
    case "too-large":
      return texts.tooLarge(formatBytes(fault.byteLength), formatBytes(fault.limit));
    case "other-file":
      return texts.otherFile;
    case "newer":
      return texts.newer;
    case "field":
      return texts.wrongField(describePlace(fault.place, texts), fault.expected, fault.received);
    case "twice":
      return texts.twice(describePlace(fault.place, texts));
    case "missing":
      return texts.missing(describePlace(fault.place, texts));
    case "circle":
      return texts.circle(describePlace(fault.place, texts));
    case "changed-text":
      return texts.changedText(describePlace(fault.place, texts));
    default:
      return fault satisfies never;
  }
}

function describePlace(place: FaultPlace, texts: Texts["conversations"]): string {
  const parts = [describeItem(place, texts)];
  if (place.message !== null) parts.push(texts.inMessage(place.message));
  if (place.field !== "") parts.push(texts.inField(place.field));
  return parts.join(", ");
}

function describeItem({ list, number, title }: FaultPlace, texts: Texts["conversations"]): string {
  if (list === null) return texts.inFile;
  if (list === "chats") return title === "" ? texts.inChat(number) : texts.inNamedChat(number, title);
  return title === "" ? texts.inDocument(number) : texts.inNamedDocument(number, title);
}
