// Files may be dropped anywhere in the window: they become documents, a .gguf becomes a model.
import { FileDown } from "lucide-react";
import { useEffect, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { takeFiles } from "../../stores/arrivals";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

export function DropZone() {
  const { chips } = useTexts();
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsDragging(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsDragging(false); // left the window
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsDragging(false);
      takeFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", onDragOver, { signal });
    window.addEventListener("dragleave", onDragLeave, { signal });
    window.addEventListener("drop", onDrop, { signal });
    return () => listening.abort();
  }, []);
  if (!isDragging) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-20 grid place-items-center bg-canvas/90 p-6">
      <div className="animate-appear flex flex-col items-center gap-3 rounded-3xl border-2 border-dashed border-accent bg-raised px-10 py-12 text-center">
        <FileDown size={36} aria-hidden className="text-accent" />
        <p className="text-lg font-semibold">{chips.dropToAdd}</p>
        <p className="text-sm text-ink-soft">{chips.dropHelp}</p>
      </div>
    </div>
  );
}
