// How chats leave the page: as Markdown, as a file that can be imported again, or on paper.
import { Download, Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { useChatStore } from "../../stores/chat-store";
import { type ExportFormat, MAX_PRINTED_CHATS, useChatTransferStore } from "../../stores/chat-transfer";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { TransferNotice } from "./TransferNotice";

interface ExportDialogProps {
  readonly ids: readonly string[] | null; // null: all
  readonly onClose: () => void;
}

export function ExportDialog({ ids, onClose }: ExportDialogProps) {
  const { conversations: texts, common } = useTexts();
  const all = useChatStore((state) => state.conversations.length);
  const [format, setFormat] = useState<ExportFormat>("markdown");
  const [withTexts, setWithTexts] = useState(false);
  const isWorking = useChatTransferStore((state) => state.transfer.status === "working");
  const { exportChats, reset } = useChatTransferStore.getState();
  useEffect(() => reset, [reset]);
  const count = ids?.length ?? all;
  const run = async (): Promise<void> => {
    if (await exportChats(ids, { format, withTexts })) onClose();
  };
  const footer = (
    <>
      <Button tone="quiet" onClick={onClose}>
        {common.cancel}
      </Button>
      <Button tone="primary" disabled={isWorking} onClick={() => void run()}>
        {format === "print" ? <Printer size={16} aria-hidden /> : <Download size={16} aria-hidden />}
        {texts.export}
      </Button>
    </>
  );
  return (
    <Dialog title={texts.exportTitle(count)} onClose={onClose} footer={footer}>
      <fieldset className="space-y-1">
        <legend className="sr-only">{texts.exportAs}</legend>
        <Format
          value="markdown"
          chosen={format}
          onChoose={setFormat}
          label={texts.markdown}
          help={texts.markdownHelp}
        />
        <Format value="json" chosen={format} onChoose={setFormat} label={texts.json} help={texts.jsonHelp} />
        {format === "json" && <TextsChoice isChosen={withTexts} onChange={setWithTexts} />}
        <Format
          value="print"
          chosen={format}
          onChoose={setFormat}
          label={texts.print}
          help={count > MAX_PRINTED_CHATS ? texts.printTooMany(MAX_PRINTED_CHATS) : texts.printHelp}
          isDisabled={count > MAX_PRINTED_CHATS}
        />
      </fieldset>
      <TransferNotice label={texts.exporting} />
    </Dialog>
  );
}

interface FormatProps {
  readonly value: ExportFormat;
  readonly chosen: ExportFormat;
  readonly onChoose: (format: ExportFormat) => void;
  readonly label: string;
  readonly help: string;
  readonly isDisabled?: boolean;
}

function Format({ value, chosen, onChoose, label, help, isDisabled = false }: FormatProps) {
  return (
    <label
      className={`target flex gap-3 rounded-xl px-3 py-2.5 ${isDisabled ? "opacity-60" : "cursor-pointer hover:bg-tint/60"}`}
    >
      <input
        type="radio"
        name="export-format"
        value={value}
        checked={chosen === value}
        disabled={isDisabled}
        onChange={() => onChoose(value)}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className="block text-sm font-medium">{label}</span>
        <span className="block text-sm text-ink-soft">{help}</span>
      </span>
    </label>
  );
}

interface TextsChoiceProps {
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function TextsChoice({ isChosen, onChange }: TextsChoiceProps) {
  const { conversations: texts } = useTexts();
  return (
    <label className="target ms-7 flex cursor-pointer gap-3 rounded-xl px-3 py-2 hover:bg-tint/60">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className="block text-sm font-medium">{texts.withTexts}</span>
        <span className="block text-sm text-ink-soft">{texts.withTextsHelp}</span>
      </span>
    </label>
  );
}
