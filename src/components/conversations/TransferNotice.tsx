// How an export or an import goes, or why it did not.
import { useTexts } from "../../i18n/language-store";
import { describeFault } from "../../stores/archive-fault";
import { useChatTransferStore } from "../../stores/chat-transfer";
import { Notice } from "../ui/Notice";
import { ProgressBar } from "../ui/ProgressBar";

/** `label`: what is being done. */
export function TransferNotice({ label }: { readonly label: string }) {
  const { conversations: texts } = useTexts();
  const transfer = useChatTransferStore((state) => state.transfer);
  const reset = useChatTransferStore((state) => state.reset);
  switch (transfer.status) {
    case "idle":
      return null;
    case "working":
      return <ProgressBar label={label} value={null} />;
    case "refused":
      return (
        <Notice tone="danger" title={texts.notImported(transfer.fileName)} onDismiss={reset}>
          {describeFault(transfer.fault, texts)}
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="danger" title={texts.transferFailed} onDismiss={reset}>
          {texts.nothingStored(transfer.reason)}
        </Notice>
      );
    default:
      return transfer satisfies never;
  }
}
