// In the composer: opens the chat's options, and says which of them are not as in Settings.
import { SlidersHorizontal } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import { usePanelStore } from "../../stores/panel-store";
import { IconButton } from "../ui/Button";
import { useChatOptions } from "./use-chat-options";
import { usePreset } from "./use-preset";

export function ChatOptionsButton() {
  const { structured } = useTexts();
  const { presetId, schema, tools } = useChatOptions();
  const preset = usePreset(presetId);
  const open = (): void => usePanelStore.getState().open({ kind: "chat-options" });
  const chosen = [
    preset?.name,
    schema !== null && schema !== preset?.schema ? structured.jsonShort : null,
    tools?.given.length ? structured.toolsShort : null,
  ];
  const summary = chosen.filter(Boolean).join(" · ");
  if (summary === "") {
    return (
      <IconButton label={structured.options} isRound onClick={open}>
        <SlidersHorizontal size={18} aria-hidden />
      </IconButton>
    );
  }
  return (
    <button
      type="button"
      aria-label={structured.optionsChosen(summary)}
      title={structured.optionsChosen(summary)}
      onClick={open}
      className="target inline-flex min-w-0 items-center gap-2 rounded-full bg-accent-tint px-3 text-sm font-medium text-accent"
    >
      <SlidersHorizontal size={16} aria-hidden className="shrink-0" />
      <bdi className="truncate">{summary}</bdi>
    </button>
  );
}
