// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "התקנה כאפליקציה",
  updateIsHere: "יש גרסה חדשה.",
  updateWaits: "הגרסה החדשה תגיע כשיסתיים מה שמתבצע כעת.",
  reload: "טעינה מחדש",
};
