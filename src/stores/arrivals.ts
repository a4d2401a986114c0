// What comes into the page from outside of it: files dropped, opened with the app or shared with it, and the entries of its icon's menu.
import { useChatStore } from "./chat-store";
import { useDownloadStore } from "./download-store";
import { useDraftStore } from "./draft-store";
import { useIntakeStore } from "./intake-store";
import { usePanelStore } from "./panel-store";

/** Where workers/service/shared-files.ts leaves what is shared. */
const SHARED_CACHE = "jamba-shared";

/** Chromium's, for installed apps that open files; not in TypeScript's library yet. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/** A .gguf becomes a model, everything else a document of the chat on screen. */
export function takeFiles(files: readonly File[]): void {
  const model = files.find((file) => /\.gguf$/i.test(file.name));
  if (model) void useDownloadStore.getState().start({ kind: "file", file: model }, model.name);
  const documents = files.filter((file) => !/\.gguf$/i.test(file.name));
  const conversationId = useChatStore.getState().current?.id ?? null;
  if (documents.length > 0) void useIntakeStore.getState().addFiles(conversationId, documents);
}

/** Follows the address (?open=…) once the chats are there, and from then on the files that are opened with the app. */
export async function listenForArrivals(): Promise<void> {
  const { launchQueue } = window as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    void Promise.all(files.map((handle) => handle.getFile())).then(takeFiles);
  });
  const address = new URL(location.href);
  const wish = address.searchParams.get("open");
  if (wish === null) return;
  address.searchParams.delete("open"); // or a reload would do it again
  history.replaceState(null, "", address);
  if (wish === "library" || wish === "models") usePanelStore.getState().open({ kind: wish });
  if (wish === "shared") await takeShared();
}

async function takeShared(): Promise<void> {
  const cache = await caches.open(SHARED_CACHE);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (!response) continue;
    const name = decodeURIComponent(response.headers.get("X-File-Name") ?? "");
    const blob = await response.blob();
    await cache.delete(request);
    if (name === "") addToDraft(await blob.text());
    else files.push(new File([blob], name, { type: blob.type }));
  }
  takeFiles(files);
}

function addToDraft(text: string): void {
  const conversationId = useChatStore.getState().current?.id ?? null;
  useDraftStore.getState().appendText(conversationId, text, "\n");
}
