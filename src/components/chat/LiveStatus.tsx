// The one place a screen reader hears from: that an answer is on its way or ready, and downloads at every quarter. Never
// tokens.
import { useEffect, useState } from "react";
import { useChatStore } from "../../stores/chat-store";
import { useDownloadStore } from "../../stores/download-store";
import { useModelStore } from "../../stores/model-store";
import { useReplyStore } from "../../stores/reply-store";

export function LiveStatus() {
  const modelStatus = useModelStore((state) => state.model.status);
  const phase = useReplyStore((state) => state.reply?.phase.kind ?? null);
  const quarter = useDownloadStore(({ download }) => {
    if (download?.status !== "running" || download.progress.phase !== "downloading") return null;
    return Math.floor((4 * download.progress.receivedBytes) / download.progress.totalBytes) * 25;
  });
  const [text, setText] = useState("");
  useEffect(() => {
    if (quarter !== null && quarter > 0) setText(`Download at ${quarter} %`);
  }, [quarter]);
  useEffect(() => {
    if (modelStatus === "ready") setText("The model is ready");
    if (modelStatus === "loading") setText("Loading the model");
  }, [modelStatus]);
  useEffect(() => {
    if (phase === "starting" || phase === "reading") setText("Reading");
    else if (phase === "writing") setText("Generating");
    else setText((before) => (["Reading", "Generating"].includes(before) ? describeLastAnswer() : before));
  }, [phase]);
  return (
    <p role="status" aria-label="Status" className="sr-only">
      {text}
    </p>
  );
}

function describeLastAnswer(): string {
  const { messages, current } = useChatStore.getState();
  const last = messages.find(({ id }) => id === current?.leafId);
  if (last?.role !== "assistant") return "";
  const words = last.text.split(/\s+/).filter(Boolean).length;
  return last.status === "failed" ? "The answer failed" : `Answer ready, ${words} words`;
}
