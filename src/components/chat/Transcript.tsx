// The conversation on screen. What draws messages is fetched when the page has been painted: an empty chat needs none of it.
import { type ReactNode, Suspense, useEffect, useMemo } from "react";
import { fetched } from "../../fetched";
import { numberVersions, selectBranch } from "../../stores/branches";
import { useChatStore } from "../../stores/chat-store";
import { scrollable } from "./scrollable";

const Messages = fetched(() => import("./Messages").then((m) => m.Messages));

interface TranscriptProps {
  readonly empty: ReactNode; // shown while there is no message
}

export function Transcript({ empty }: TranscriptProps) {
  const messages = useChatStore((state) => state.messages);
  const leafId = useChatStore((state) => state.current?.leafId ?? null);
  const branch = useMemo(() => selectBranch(messages, leafId), [messages, leafId]);
  const versions = useMemo(() => numberVersions(messages), [messages]);
  useEffect(Messages.fetch, []);
  if (branch.length > 0) {
    return (
      <Suspense fallback={<div className="min-h-0 flex-1" />}>
        <Messages branch={branch} versions={versions} />
      </Suspense>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" {...scrollable}>
      <div className="mx-auto w-full max-w-3xl px-4 sm:px-6">{empty}</div>
    </div>
  );
}
