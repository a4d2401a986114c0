// After an update a tab of the version before may be left that runs the model: it is asked to make room, never mid-answer.
import { currentTexts } from "../i18n/language-store";
import { onOtherBuild } from "../inference";
import { isAtWork, untilIdle } from "./idle";
import { showToast } from "./toast-store";

/** In the tab that runs the model, when one of another version asks for it. */
export function watchOtherVersions(): void {
  onOtherBuild(() => {
    const run = (): void => {
      if (isAtWork()) showToast(currentTexts().app.updateWaits);
      void untilIdle().then(() => location.reload());
    };
    const { otherVersionAsks, reload } = currentTexts().app;
    showToast(otherVersionAsks, { isLasting: true, action: { label: reload, run } });
  });
}
