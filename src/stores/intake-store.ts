// Files on their way into the library: each is opened by the documents worker, may need a password, and ends as a document of
// its draft or as a sentence that says why not. What fails stays on screen until it is dismissed; the others go on.
import { create } from "zustand";
import type { DocumentProgress, ParsedDocument } from "../../workers/documents/api";
import { DOCUMENT_TYPES, parseDocument } from "../documents";
import { currentTexts } from "../i18n/language-store";
import { useDraftStore } from "./draft-store";
import { useLibraryStore } from "./library-store";
import { usePanelStore } from "./panel-store";
import { type Problem, problemOf } from "./problems";
import { showToast } from "./toast-store";

export { DOCUMENT_TYPES };

export type IntakeState =
  | { readonly status: "opening"; readonly progress: DocumentProgress }
  | { readonly status: "locked"; readonly problem: Problem } // waits for a password
  | { readonly status: "failed"; readonly problem: Problem };

export interface Intake {
  readonly id: string;
  readonly conversationId: string | null;
  readonly file: File;
  readonly state: IntakeState;
}

interface IntakeStore {
  readonly intakes: readonly Intake[];
  addFiles(conversationId: string | null, files: readonly File[]): Promise<void>;
  unlock(id: string, password: string): Promise<void>;
  /** Ends what runs, and takes what failed off the screen. */
  dismiss(id: string): void;
}

/** Dropping a whole folder is a slip, and each file is a chip. */
const MAX_FILES = 50;
const waiting: DocumentProgress = { phase: "waiting", pagesRead: 0, pageCount: null };
const controllers = new Map<string, AbortController>();

export const useIntakeStore = create<IntakeStore>((set, get) => ({
  intakes: [],

  addFiles: async (conversationId, files) => {
    if (files.length > MAX_FILES) {
      showToast(currentTexts().chips.tooManyFiles(files.length, MAX_FILES));
    }
    const added = files.slice(0, MAX_FILES).map((file): Intake => {
      const state: IntakeState = { status: "opening", progress: waiting };
      return { id: crypto.randomUUID(), conversationId, file, state };
    });
    set({ intakes: [...get().intakes, ...added] });
    await Promise.all(added.map((intake) => open(intake, null)));
  },

  unlock: async (id, password) => {
    const intake = get().intakes.find((candidate) => candidate.id === id);
    if (intake) await open(intake, password);
  },

  dismiss: (id) => {
    controllers.get(id)?.abort();
    controllers.delete(id);
    set({ intakes: get().intakes.filter((intake) => intake.id !== id) });
  },
}));

/** Whether a document of this draft is still being opened. */
export function selectOpening({ intakes }: IntakeStore, conversationId: string | null): boolean {
  return intakes.some(
    (intake) => intake.conversationId === conversationId && intake.state.status === "opening",
  );
}

async function open(intake: Intake, password: string | null): Promise<void> {
  const { id, file } = intake;
  const controller = new AbortController();
  controllers.set(id, controller);
  setState(id, { status: "opening", progress: waiting });
  try {
    const parsed = await parseDocument(file, {
      signal: controller.signal,
      onProgress: (progress) => setState(id, { status: "opening", progress }),
      ...(password === null ? {} : { password }),
    });
    await take(intake, parsed);
  } catch (error) {
    if (!controller.signal.aborted) await fail(intake, error);
  } finally {
    if (controllers.get(id) === controller) controllers.delete(id);
  }
}

async function take(intake: Intake, parsed: ParsedDocument): Promise<void> {
  const { format, pages, warnings } = parsed;
  const { file } = intake;
  const document = await useLibraryStore
    .getState()
    .add({ name: file.name, format, pages, warnings, isPasted: false });
  const isStillWanted = useIntakeStore.getState().intakes.some(({ id }) => id === intake.id);
  useIntakeStore.getState().dismiss(intake.id);
  if (isStillWanted) useDraftStore.getState().addDocuments(intake.conversationId, [document]);
}

async function fail({ id, file }: Intake, error: unknown): Promise<void> {
  const problem = problemOf(error);
  const isLocked = problem.name === "DocumentPasswordError" && (await isPdf(file)); // no other kind can be unlocked here
  if (!isLocked) {
    setState(id, { status: "failed", problem });
    return;
  }
  setState(id, { status: "locked", problem });
  const { panel, open: openPanel } = usePanelStore.getState();
  if (panel.kind === "none") openPanel({ kind: "password", intakeId: id });
}

const isPdf = async (file: File): Promise<boolean> => (await file.slice(0, 1_024).text()).includes("%PDF-");

/** A report that comes late, after a dismissal, changes nothing. */
function setState(id: string, state: IntakeState): void {
  const { intakes } = useIntakeStore.getState();
  useIntakeStore.setState({
    intakes: intakes.map((intake) => (intake.id === id ? { ...intake, state } : intake)),
  });
}
