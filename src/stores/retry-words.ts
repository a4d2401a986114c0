// Why a download waits, and for how long: with a network it is tried again in a moment, without one when it is back.
import type { DownloadProgress } from "../../workers/inference/api";
import type { Texts } from "../i18n/catalogue";

type Retrying = Extract<DownloadProgress, { readonly phase: "retrying" }>;

export function describeRetry({ reason, retryInSeconds }: Retrying, { engine, models }: Texts): string {
  if (reason.kind === "offline") return engine.waitsForNetwork;
  const sentence = engine.retryReasons[reason.kind]("status" in reason ? reason.status : 0);
  return models.transfer.retrying(sentence, retryInSeconds);
}
