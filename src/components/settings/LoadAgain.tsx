// Under a setting that takes effect when the model is loaded: what the loaded one has, and the button to load it again.
import type { LoadedModel } from "../../../workers/inference/api";
import { useTexts } from "../../i18n/language-store";
import { useModelStore } from "../../stores/model-store";
import { useSettingsStore } from "../../stores/settings-store";
import { Button } from "../ui/Button";

export function LoadAgain({ name }: { readonly name: "contextLength" | "isPrecise" }) {
  const info = useModelStore(({ model }) => (model.status === "ready" ? model.info : null));
  if (!info) return null;
  return name === "contextLength" ? <ContextLength info={info} /> : <Precision info={info} />;
}

interface LoadedProps {
  readonly info: LoadedModel;
}

/** What a full context costs, and who has limited it: the user, the model or the GPU's memory. */
function ContextLength({ info }: LoadedProps) {
  const { settings } = useTexts();
  const wanted = useSettingsStore((state) => state.settings.contextLength);
  const { contextLength, ownContextLength, contextBytes } = info;
  const isShort = contextLength < Math.min(ownContextLength, wanted ?? ownContextLength);
  const held = isShort
    ? settings.contextHeldShort(contextLength, contextBytes, ownContextLength)
    : settings.contextHeld(contextLength, contextBytes);
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-2 text-xs text-ink-soft">
      <span>{held}</span>
      {wanted !== null && wanted !== contextLength && <LoadButton label={settings.loadWithLength} />}
    </div>
  );
}

function Precision({ info }: LoadedProps) {
  const { settings } = useTexts();
  const isPrecise = useSettingsStore((state) => state.settings.isPrecise);
  const isLoadedPrecise = info.precision === "f32";
  if (!isLoadedPrecise && !isPrecise) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-2 text-xs text-ink-soft">
      <span>{isLoadedPrecise && settings.isLoadedPrecise}</span>
      {isLoadedPrecise !== isPrecise && (
        <LoadButton label={isPrecise ? settings.loadPrecise : settings.loadFast} />
      )}
    </div>
  );
}

function LoadButton({ label }: { readonly label: string }) {
  return <Button onClick={() => void useModelStore.getState().loadAgain()}>{label}</Button>;
}
