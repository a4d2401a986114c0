// What the model remembers of reading, kept so that nothing is read twice; without it, the same texts are read again.
import { Trash2 } from "lucide-react";
import type { SavedState } from "../../../workers/inference/api";
import { formatBytes, formatCount } from "../../stores/format";
import { useModelStore } from "../../stores/model-store";
import { IconButton } from "../ui/Button";

export function SavedStates() {
  const states = useModelStore((state) => state.states);
  return (
    <>
      <p className="text-sm text-ink-soft">
        {states.length === 0
          ? "Nothing yet. After a long text the model keeps what it read, and goes on from there next time."
          : "Deleting one costs no text: it is read again when it is needed."}
      </p>
      {states.length > 0 && (
        <ul className="divide-y divide-line rounded-2xl border border-line bg-raised">
          {states.map((state) => (
            <li key={state.id} className="flex items-center gap-3 px-4 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="truncate text-sm font-medium">
                  <bdi>{state.label}</bdi>
                </p>
                <p className="text-xs text-ink-soft tabular-nums">{describeState(state)}</p>
              </div>
              <IconButton
                label={`Forget ${state.label}`}
                tone="danger"
                onClick={() => void useModelStore.getState().removeState(state.id)}
              >
                <Trash2 size={17} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function describeState({ kind, tokenCount, byteLength, sharedBytes }: SavedState): string {
  return [
    kind === "document" ? "Document" : "Chat",
    `${formatCount(tokenCount)} tokens`,
    formatBytes(byteLength),
    sharedBytes > 0 ? `${formatBytes(sharedBytes)} shared` : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
