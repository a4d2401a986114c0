import type { ChatOptions } from "../../storage/chat-options";
import { findOptions, useNewChatStore } from "../../stores/chat-options";
import { useChatStore } from "../../stores/chat-store";

/** Those of the chat on screen. */
export function useChatOptions(): ChatOptions {
  const current = useChatStore((state) => state.current);
  const { options } = useNewChatStore();
  return current ? findOptions(current.id) : options;
}
