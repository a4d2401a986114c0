// The one place a screen reader hears from: that an answer is on its way or ready, and downloads at every quarter. Never
// tokens.
import { useEffect, useRef, useState } from "react";
import { currentTexts, useTexts } from "../../i18n/language-store";
import { useAnnouncementStore } from "../../stores/announcement-store";
import { useChatStore } from "../../stores/chat-store";
import { useDownloadStore } from "../../stores/download-store";
import { useModelStore } from "../../stores/model-store";
import { useReplyStore } from "../../stores/reply-store";

export function LiveStatus() {
  const { chat } = useTexts();
  const modelStatus = useModelStore((state) => state.model.status);
  const phase = useReplyStore((state) => state.reply?.phase.kind ?? null);
  const announcement = useAnnouncementStore((state) => state.announcement);
  const quarter = useDownloadStore(({ download }) => {
    if (download?.status !== "running" || download.progress.phase !== "downloading") return null;
    return Math.floor((4 * download.progress.receivedBytes) / download.progress.totalBytes) * 25;
  });
  const [text, setText] = useState("");
  const wasAnswering = useRef(false);
  useEffect(() => {
    if (quarter !== null && quarter > 0) setText(currentTexts().chat.statusDownload(quarter));
  }, [quarter]);
  useEffect(() => {
    const texts = currentTexts().chat;
    if (modelStatus === "ready") setText(texts.statusModelReady);
    if (modelStatus === "loading") setText(texts.statusModelLoading);
  }, [modelStatus]);
  useEffect(() => {
    if (announcement) setText(announcement.text);
  }, [announcement]);
  useEffect(() => {
    const texts = currentTexts().chat;
    if (phase === "starting" || phase === "reading") setText(texts.statusReading);
    else if (phase === "writing") setText(texts.statusGenerating);
    else if (phase === "waiting") setText(texts.waitingForTab);
    else if (phase === "restoring") setText(texts.restoring);
    else if (wasAnswering.current) setText((before) => describeLastAnswer() ?? before);
    wasAnswering.current = phase !== null;
  }, [phase]);
  return (
    <p role="status" aria-label={chat.status} className="sr-only">
      {text}
    </p>
  );
}

/** Null where it goes on: that a tool is asked for is announced. */
function describeLastAnswer(): string | null {
  const { messages, current } = useChatStore.getState();
  const last = messages.find(({ id }) => id === current?.leafId);
  if (last?.role !== "assistant") return "";
  if (last.call) return null;
  const { chat } = currentTexts();
  const words = last.text.split(/\s+/).filter(Boolean).length;
  return last.status === "failed" ? chat.statusAnswerFailed : chat.statusAnswerReady(words);
}
