// What this is, in a sentence; what to know of the model that is loaded; three things to try; and the way to the larger model.
import { ArrowRight } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import { useChatStore } from "../../stores/chat-store";
import { useDraftStore } from "../../stores/draft-store";
import { formatBytes } from "../../stores/format";
import { useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { selectQueue, submitDraft, useQueueStore } from "../../stores/queue-store";
import { Button } from "../ui/Button";
import { Logo } from "../ui/Logo";
import { describeExample, type Example, examples } from "./examples";

let isTrying = false; // a double click asks once

async function tryExample({ question, document }: Example): Promise<void> {
  if (isTrying) return;
  isTrying = true;
  try {
    const conversationId = useChatStore.getState().current?.id ?? null;
    const { change, addText } = useDraftStore.getState();
    change(conversationId, { text: question, documents: [] });
    if (document) await addText(conversationId, document.name, document.text, false);
  } finally {
    isTrying = false;
  }
  await submitDraft(); // where no model is to come it stays a draft
}

export function EmptyState() {
  const { chat } = useTexts();
  const conversationId = useChatStore((state) => state.current?.id ?? null);
  const isAsked = useQueueStore((state) => selectQueue(state, conversationId).messages.length > 0);
  return (
    <section className="mx-auto flex max-w-xl flex-col pt-[max(1.5rem,7dvh)] pb-6" aria-label={chat.welcome}>
      <Logo size={52} />
      <h2 className="mt-5 text-2xl font-semibold tracking-tight text-balance">{chat.welcomeTitle}</h2>
      <p className="mt-3 text-ink-soft text-pretty">{chat.welcomeText}</p>
      <TemplateNote />
      {!isAsked && <Examples />}
      <GetLargeModel />
    </section>
  );
}

function Examples() {
  const texts = useTexts();
  return (
    <ul className="mt-7 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-raised">
      {examples.map((example) => {
        const { title, hint } = describeExample(example, texts);
        return (
          <li key={example.name}>
            <button
              type="button"
              onClick={() => void tryExample(example)}
              className="group flex w-full items-center gap-3 px-4 py-3 text-start transition-colors hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{title}</span>
                <span className="block text-sm text-ink-soft">{hint}</span>
              </span>
              <ArrowRight size={18} aria-hidden className="shrink-0 text-ink-faint rtl:-scale-x-100" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A file from elsewhere may want its chats written otherwise than this app writes them. */
function TemplateNote() {
  const { models } = useTexts();
  const isUnknown = useModelStore(({ model }) => model.status === "ready" && model.info.ignoresTemplate);
  if (!isUnknown) return null;
  return (
    <p role="note" className="mt-5 rounded-2xl bg-sunken px-4 py-3 text-sm text-pretty">
      {models.templateUnknown}
    </p>
  );
}

/** Shown until a model other than the bundled one is there. */
function GetLargeModel() {
  const { chat } = useTexts();
  const recommended = useModelStore((state) => state.catalogue.find((entry) => entry.isRecommended));
  const isAlone = useModelStore(({ installed, catalogue }) =>
    installed.every((model) => catalogue.some((entry) => entry.isBundled && entry.id === model.id)),
  );
  const openPanel = usePanelStore((state) => state.open);
  if (!recommended || !isAlone) return null;
  const { name } = recommended;
  return (
    <div className="mt-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 text-sm text-ink-soft">
      <p className="min-w-0 flex-1 basis-64">
        {chat.tinyModel(name, formatBytes(recommended.approximateByteLength))}
      </p>
      <Button onClick={() => openPanel({ kind: "models" })}>{chat.getModel(name)}</Button>
    </div>
  );
}
