// What was amiss when documents were opened: pages without text, a guessed encoding. They can be used all the same.
import { TriangleAlert } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import { describeWarning } from "../../stores/document-problems";
import { useLibraryStore } from "../../stores/library-store";

export function DocumentWarnings({ ids }: { readonly ids: readonly string[] }) {
  const texts = useTexts();
  const documents = useLibraryStore((state) => state.documents);
  const warned = ids
    .flatMap((id) => documents.find((document) => document.id === id) ?? [])
    .filter(({ warnings }) => warnings.length > 0);
  if (warned.length === 0) return null;
  return (
    <ul aria-label={texts.chips.warnings} className="space-y-1 text-xs text-warn">
      {warned.flatMap(({ id, name, warnings }) =>
        warnings.map((warning) => (
          <li key={`${id} ${warning.name}`} className="flex gap-2 rounded-lg bg-warn-tint px-3 py-1.5">
            <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
            <span className="min-w-0 wrap-anywhere">
              {ids.length > 1 && (
                <span className="block font-medium">
                  <bdi>{name}</bdi>
                </span>
              )}
              {describeWarning(warning, texts)}
            </span>
          </li>
        )),
      )}
    </ul>
  );
}
