// The browser's own dialog for choosing documents, behind whatever button opens it.
import { type ReactNode, useRef } from "react";
import { DOCUMENT_TYPES } from "../../stores/intake-store";

interface FilePickerProps {
  readonly testId: string;
  readonly onFiles: (files: readonly File[]) => void; // some
  readonly children: (open: () => void) => ReactNode;
}

export function FilePicker({ testId, onFiles, children }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={DOCUMENT_TYPES}
        data-testid={testId}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = ""; // so that the same file can be chosen again
          if (files.length > 0) onFiles(files);
        }}
      />
      {children(() => input.current?.click())}
    </>
  );
}
