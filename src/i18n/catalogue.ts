// What a catalogue of texts must have: every key of the English one, with the same parameters.
import type { en } from "./en";

export type Texts = typeof en;
