// A GGUF of the user's own: from a web address or from a disk.
import { FolderOpen } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { useDownloadStore } from "../../stores/download-store";
import { Button } from "../ui/Button";

/** The file's name when this is an address models may come from, otherwise null. */
export function modelNameOfUrl(text: string): string | null {
  try {
    const { protocol, pathname, hostname } = new URL(text.trim());
    const isLoopback = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
    if (protocol !== "https:" && !(protocol === "http:" && isLoopback)) return null;
    return decodeURIComponent(pathname.split("/").at(-1) ?? "") || hostname;
  } catch {
    return null; // no address, or one with a broken escape
  }
}

export function OwnModel() {
  const { models } = useTexts();
  const isBusy = useDownloadStore(({ download }) => download !== null && download.status !== "failed");
  const { start } = useDownloadStore.getState();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="space-y-4 rounded-2xl border border-line bg-raised p-4">
      <FromAddress isBusy={isBusy} onStart={(url, name) => void start({ kind: "url", url }, name)} />
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <p className="min-w-0 flex-1 basis-56 text-sm text-ink-soft">{models.own.fromFile}</p>
        <input
          ref={picker}
          type="file"
          accept=".gguf"
          hidden
          data-testid="model-picker"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void start({ kind: "file", file }, file.name);
            event.target.value = "";
          }}
        />
        <Button disabled={isBusy} onClick={() => picker.current?.click()}>
          <FolderOpen size={16} aria-hidden /> {models.own.openFile}
        </Button>
      </div>
    </div>
  );
}

interface FromAddressProps {
  readonly isBusy: boolean;
  readonly onStart: (url: string, name: string) => void;
}

function FromAddress({ isBusy, onStart }: FromAddressProps) {
  const { models } = useTexts();
  const [url, setUrl] = useState("");
  const [isRefused, setIsRefused] = useState(false);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const name = modelNameOfUrl(url);
    setIsRefused(name === null);
    if (name === null) return;
    onStart(url.trim(), name);
    setUrl("");
  };
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor={id} className="text-sm font-medium">
        {models.own.fromAddress}
      </label>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <input
          id={id}
          type="url"
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          placeholder={models.own.addressExample}
          value={url}
          aria-invalid={isRefused}
          aria-describedby={`${id}-help`}
          onChange={(event) => setUrl(event.target.value)}
          className="target min-w-0 flex-1 basis-52 rounded-lg border border-line-strong bg-canvas px-3 py-1.5 text-sm aria-invalid:border-danger"
        />
        <Button type="submit" disabled={isBusy || url.trim() === ""}>
          {models.download}
        </Button>
      </div>
      <p id={`${id}-help`} className={`mt-1.5 text-xs ${isRefused ? "text-danger" : "text-ink-soft"}`}>
        {isRefused ? models.own.addressRefused : models.own.addressHelp}
      </p>
    </form>
  );
}
