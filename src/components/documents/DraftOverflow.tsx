// Says that what is attached does not fit, by how much, and what can be done, before anything is sent.
import { useDraftSizeStore } from "../../stores/draft-size";
import { formatCount } from "../../stores/format";

export function DraftOverflow() {
  const size = useDraftSizeStore((state) => state.size);
  if (!size || size.promptTokens < size.contextLength) return null;
  const { promptTokens, contextLength } = size;
  return (
    <p role="status" className="rounded-lg bg-danger-tint px-3 py-1.5 text-xs text-danger">
      Too long by {formatCount(promptTokens - contextLength + 1)} tokens: this chat has{" "}
      {formatCount(promptTokens)} with its documents, and the window holds {formatCount(contextLength)}.
      Choose a part of a document, or a longer context in Settings.
    </p>
  );
}
