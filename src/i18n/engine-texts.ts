// What a catalogue must say of what the engine reports.
import type { RetryReason } from "../../workers/inference/api";
import type { FiguresByName, WordlessProblemName } from "../stores/problems";

/** Sentences for errors that come with an English one: where it says more than these figures do, it is shown below. */
export type ProblemSentences = {
  readonly [Name in WordlessProblemName]: Name extends keyof FiguresByName
    ? (figures: FiguresByName[Name]) => string
    : string;
};

export interface EngineTexts {
  /** Null in English: there the error's own sentence is the better one. */
  readonly sentences: ProblemSentences | null;
  /** Why a download is tried again in a moment, as a whole sentence. */
  readonly retryReasons: {
    readonly [Kind in Exclude<RetryReason["kind"], "offline">]: (status: number) => string;
  };
  readonly waitsForNetwork: string;
  /** Of what was saved of reading a text. */
  readonly stateRefused: (label: string) => string;
  readonly statesOutdated: string;
  readonly statesFull: string;
}

/** Every other language needs the sentences. */
export interface TranslatedEngineTexts extends EngineTexts {
  readonly sentences: ProblemSentences;
}
