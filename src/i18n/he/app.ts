// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "התקנה כאפליקציה",
  updateIsHere: "יש גרסה חדשה.",
  updateWaits: "הגרסה החדשה תגיע כשיסתיים מה שמתבצע כעת.",
  otherVersionAsks:
    "בכרטיסייה אחרת יש גרסה אחרת של האפליקציה, והיא אינה יכולה להשתמש במודל שפועל כאן. טענו את הכרטיסייה הזו מחדש כדי לקבל את הגרסה החדשה ביותר.",
  reload: "טעינה מחדש",
};
