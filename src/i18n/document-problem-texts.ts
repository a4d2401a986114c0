// What a catalogue must say of files that cannot be read, and of what is amiss with those that can.
import type {
  DocumentFault,
  DocumentFaultKind,
  DocumentWarning,
  DocumentWarningName,
} from "../../workers/documents/api";

export type DocumentFaultTexts = {
  readonly [Kind in DocumentFaultKind]: (fault: DocumentFault<Kind>) => string;
};

/** Pages come as a text ("3, 5–7, 12") beside their number; without pages that is empty. */
export type DocumentWarningTexts = {
  readonly [Name in DocumentWarningName]: (warning: DocumentWarning<Name>, pageList: string) => string;
};
