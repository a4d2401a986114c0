// Why the draft cannot be sent, or soon could not: by how much it is too long and what can be done, before anything is sent.
import { useTexts } from "../../i18n/language-store";
import type { ContextUse } from "../../stores/context-use";
import { useDraftSizeStore } from "../../stores/draft-size";
import { useDraftStore } from "../../stores/draft-store";
import { explainProblem } from "../../stores/problems";
import { ProblemNotice } from "../model/ProblemNotice";
import { Notice } from "../ui/Notice";
import { ContextOffers } from "./ContextOffers";

export function WindowNotice() {
  const { composer } = useTexts();
  const use = useDraftSizeStore((state) => state.use);
  const problem = useDraftStore((state) => state.problem);
  if (problem && (problem.name !== "ContextTooLongError" || use?.level !== "full")) {
    return <ProblemNotice problem={problem} />;
  }
  if (!use || use.level === "normal") return null;
  if (use.level === "nearly-full") {
    return (
      <p className="rounded-lg bg-warn-tint px-3 py-1.5 text-xs text-warn">
        {composer.nearlyFull(use.promptTokens, use.contextLength)} {composer.nearlyFullAdvice}
      </p>
    );
  }
  if (problem) {
    return (
      <Notice tone="warn" title={explainProblem(problem).title} actions={<ContextOffers />}>
        <TooLong use={use} /> {composer.nothingIsCut}
      </Notice>
    );
  }
  return (
    <div role="status" className="space-y-2 rounded-xl bg-danger-tint px-3 py-2.5 text-xs text-danger">
      <p>
        <TooLong use={use} />
      </p>
      <ContextOffers />
    </div>
  );
}

function TooLong({ use }: { readonly use: ContextUse }) {
  const { composer } = useTexts();
  const { excessTokens, promptTokens, contextLength, shares } = use;
  const say = shares.some(({ kind }) => kind === "document")
    ? composer.tooLongWithDocuments
    : composer.tooLong;
  return say(excessTokens, promptTokens, contextLength);
}
