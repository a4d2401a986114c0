// The row under a message: its versions, and what can be done with it. Quiet under earlier messages until they are pointed at
// or reached by the keyboard; always there where nothing points.
import { GitBranch, Pencil, RotateCcw, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import type { MessageRecord } from "../../storage/conversations";
import { regenerate } from "../../stores/answer";
import type { Version } from "../../stores/branches";
import { useEditStore } from "../../stores/edit-store";
import { branchOff, deleteMessage } from "../../stores/message-actions";
import { findAnswerHtml } from "../markdown/rich-copy";
import { IconButton } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { Menu } from "../ui/Menu";
import { useCanAsk } from "./MessageEditor";

export interface MessageProps<Message extends MessageRecord> extends Version {
  readonly message: Message;
  readonly isLast: boolean; // of the branch on screen
}

interface MessageActionsProps {
  readonly message: MessageRecord;
  readonly isLast: boolean;
  readonly copyText: string; // "": there is nothing to copy
  readonly children?: ReactNode; // more of them, after Copy
}

const quiet =
  "opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 has-[:popover-open]:opacity-100 pointer-coarse:opacity-100";

export function MessageActions({ message, isLast, copyText, children }: MessageActionsProps) {
  const { chat } = useTexts();
  const isAnswer = message.role === "assistant";
  return (
    <div className={`flex items-center transition-opacity ${isLast ? "" : quiet}`}>
      {copyText !== "" && (
        <CopyButton
          label={isAnswer ? chat.copyAnswer : chat.copyMessage}
          text={copyText}
          {...(isAnswer && { findHtml: findAnswerHtml })}
        />
      )}
      {children}
      <EditButton message={message} label={isAnswer ? chat.editAnswer : chat.editMessage} />
      <Menu
        label={chat.more}
        items={[
          {
            label: chat.branchOff,
            icon: <GitBranch size={16} aria-hidden />,
            onSelect: () => void branchOff(message.id),
          },
          {
            label: chat.deleteMessage,
            icon: <Trash2 size={16} aria-hidden />,
            onSelect: () => void deleteMessage(message.id),
            isDanger: true,
          },
        ]}
      />
    </div>
  );
}

export function RegenerateButton({
  messageId,
  label,
}: {
  readonly messageId: string;
  readonly label: string;
}) {
  const canAsk = useCanAsk();
  return (
    <IconButton label={label} disabled={!canAsk} onClick={() => void regenerate(messageId)}>
      <RotateCcw size={16} aria-hidden />
    </IconButton>
  );
}

/** Focus comes back to it when its editor closes. */
function EditButton({ message, label }: { readonly message: MessageRecord; readonly label: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const hasClosed = useEditStore((state) => state.closed === message.id);
  useEffect(() => {
    if (!hasClosed) return;
    button.current?.focus();
    useEditStore.getState().settleFocus();
  }, [hasClosed]);
  return (
    <IconButton ref={button} label={label} onClick={() => useEditStore.getState().begin(message)}>
      <Pencil size={15} aria-hidden />
    </IconButton>
  );
}
