// Takes in a file of chats.
import { Upload } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import { useChatTransferStore } from "../../stores/chat-transfer";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { TransferNotice } from "./TransferNotice";

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { conversations: texts } = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  const isWorking = useChatTransferStore((state) => state.transfer.status === "working");
  const { importFile, reset } = useChatTransferStore.getState();
  useEffect(() => reset, [reset]);
  const take = async (file: File | undefined): Promise<void> => {
    if (file && (await importFile(file))) onClose();
  };
  return (
    <Dialog title={texts.import} onClose={onClose}>
      <div className="space-y-4 pb-1">
        <p className="text-sm text-ink-soft">{texts.importHelp}</p>
        <TransferNotice label={texts.importing} />
        <input
          ref={picker}
          type="file"
          hidden
          accept="application/json,.json"
          data-testid="chats-picker"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = ""; // the same file again is a choice, too
          }}
        />
        <Button tone="primary" disabled={isWorking} onClick={() => picker.current?.click()}>
          <Upload size={16} aria-hidden /> {texts.chooseFile}
        </Button>
      </div>
    </Dialog>
  );
}
