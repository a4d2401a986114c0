// A problem in words, with its next steps as buttons.
import { useTexts } from "../../i18n/language-store";
import { explainProblem, type Problem } from "../../stores/problems";
import { applyRemedy } from "../../stores/remedies";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

/** Problems that are no one's fault and break nothing. */
const MILD = ["ContextTooLongError", "OfflineError", "EngineBusyError", "LockedError"];

export function ProblemNotice({ problem }: { readonly problem: Problem }) {
  const texts = useTexts();
  const { title, sentence, detail, remedies } = explainProblem(problem, texts);
  const actions = remedies.map((remedy, index) => (
    <Button key={remedy} tone={index === 0 ? "plain" : "quiet"} onClick={() => applyRemedy(remedy)}>
      {texts.remedies[remedy]}
    </Button>
  ));
  return (
    <Notice
      tone={MILD.includes(problem.name) ? "warn" : "danger"}
      title={title}
      detail={detail}
      {...(actions.length > 0 ? { actions } : {})}
    >
      {sentence}
    </Notice>
  );
}
