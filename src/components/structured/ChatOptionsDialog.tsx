// What the chat on screen does otherwise than Settings say: its preset, and the form of its answers.
import { Suspense, useCallback, useId } from "react";
import { useTexts } from "../../i18n/language-store";
import { changeOptions } from "../../stores/chat-options";
import { useChatStore } from "../../stores/chat-store";
import { EXAMPLE_SCHEMA } from "../../stores/schema-check";
import { settleSchema, writeSchema } from "../../stores/schema-draft";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Section } from "../ui/Section";
import { PresetList } from "./PresetList";
import { SchemaField } from "./SchemaField";
import { ToggleRow } from "./ToggleRow";
import { ToolsSection } from "./ToolsSection";
import { useChatOptions } from "./use-chat-options";

export function ChatOptionsDialog({ onClose }: { readonly onClose: () => void }) {
  const { structured, common } = useTexts();
  const footer = (
    <Button tone="primary" onClick={onClose}>
      {common.done}
    </Button>
  );
  return (
    <Dialog title={structured.options} onClose={onClose} footer={footer}>
      <div className="space-y-7">
        <PresetList />
        <JsonSection />
        <Suspense fallback={null}>
          <ToolsSection />
        </Suspense>
      </div>
    </Dialog>
  );
}

function JsonSection() {
  const { structured } = useTexts();
  const { schema, schemaDraft = schema, presetId } = useChatOptions();
  const conversationId = useChatStore((state) => state.current?.id);
  const check = useCallback(() => settleSchema(conversationId), [conversationId]);
  const id = useId();
  return (
    <Section title={structured.answers}>
      <div className="space-y-4 rounded-2xl border border-line bg-raised p-4">
        <ToggleRow
          id={id}
          label={structured.json}
          help={structured.jsonHelp}
          isOn={schema !== null}
          onChange={(isOn) => void changeOptions({ schema: isOn ? EXAMPLE_SCHEMA : null })}
        />
        {schemaDraft !== null && (
          <SchemaField
            key={`${conversationId} ${presetId}`}
            text={schemaDraft}
            onChange={(text) => void writeSchema(text)}
            check={check}
          />
        )}
      </div>
    </Section>
  );
}
