// The presets to choose from: none, those that come with the app, the user's own.
import { Copy, Pencil, Plus, Trash2 } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import type { Preset } from "../../storage/presets";
import { choosePreset } from "../../stores/chat-options";
import { usePanelStore } from "../../stores/panel-store";
import { isBuiltIn, usePresetsStore } from "../../stores/presets-store";
import { Button } from "../ui/Button";
import { Menu, type MenuItem } from "../ui/Menu";
import { Section } from "../ui/Section";
import { useChatOptions } from "./use-chat-options";
import { usePresets } from "./use-preset";

const edit = (id: string | null): void => usePanelStore.getState().open({ kind: "preset", id });

export function PresetList() {
  const { structured } = useTexts();
  const presets = usePresets();
  const { presetId } = useChatOptions();
  const isKnown = presets.some(({ id }) => id === presetId);
  return (
    <Section title={structured.preset}>
      <p className="text-sm text-ink-soft">{structured.presetHelp}</p>
      <div
        role="radiogroup"
        aria-label={structured.preset}
        className="divide-y divide-line rounded-2xl border border-line bg-raised"
      >
        <Row id={null} name={structured.noPreset} details={structured.noPresetHelp} isChosen={!isKnown} />
        {presets.map((preset) => (
          <PresetRow key={preset.id} preset={preset} isChosen={preset.id === presetId} />
        ))}
      </div>
      <Button onClick={() => edit(null)}>
        <Plus size={16} aria-hidden />
        {structured.newPreset}
      </Button>
    </Section>
  );
}

function PresetRow({ preset, isChosen }: { readonly preset: Preset; readonly isChosen: boolean }) {
  const { structured } = useTexts();
  const { id, name } = preset;
  const { duplicate, remove } = usePresetsStore.getState();
  const copy: MenuItem = {
    label: structured.duplicate,
    icon: <Copy size={16} aria-hidden />,
    onSelect: () => void duplicate(id),
  };
  const change: MenuItem = {
    label: structured.edit,
    icon: <Pencil size={16} aria-hidden />,
    onSelect: () => edit(id),
  };
  const drop: MenuItem = {
    label: structured.delete,
    icon: <Trash2 size={16} aria-hidden />,
    onSelect: () => void remove(id),
    isDanger: true,
  };
  return (
    <Row id={id} name={name} details={useDescription(preset)} isChosen={isChosen}>
      <Menu label={structured.presetActions(name)} items={isBuiltIn(id) ? [copy] : [change, copy, drop]} />
    </Row>
  );
}

function useDescription({ id, instructions, schema }: Preset): string {
  const { structured } = useTexts();
  const builtIn = Object.entries(structured.builtIn).find(([name]) => id.endsWith(`:${name}`));
  if (builtIn && isBuiltIn(id)) return builtIn[1].description;
  return instructions || (schema === null ? "" : structured.json);
}

interface RowProps {
  readonly id: string | null;
  readonly name: string;
  readonly details: string;
  readonly isChosen: boolean;
  readonly children?: React.ReactNode;
}

function Row({ id, name, details, isChosen, children }: RowProps) {
  return (
    <div className="flex items-center gap-1 ps-4 pe-2">
      <label className="target flex min-w-0 flex-1 cursor-pointer items-center gap-3 py-2.5">
        <input
          type="radio"
          name="preset"
          checked={isChosen}
          onChange={() => void choosePreset(id)}
          className="size-4.5 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">
            <bdi className="line-clamp-2 w-fit wrap-anywhere">{name}</bdi>
          </span>
          <span className="block text-sm text-ink-soft">
            <bdi className="line-clamp-2 w-fit wrap-anywhere">{details}</bdi>
          </span>
        </span>
      </label>
      {children}
    </div>
  );
}
