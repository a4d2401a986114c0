// Which of the browser's tabs owns the engine: the one that holds a lock, which the browser hands on when that tab is closed or
// crashes.
import { BUILD, HALL, type HallMessage, isSaid, type ReplyMessage, roomOf, type Service } from "./messages";

const LOCK = "jamba-engine";
/** A page that is reloaded finds its own lock still held for a moment. */
const PATIENCE_MS = 200;

const forever = new Promise<never>(() => undefined);

/** Resolves with whether this tab leads; `onLead` is called when it comes to lead later. */
export async function joinTabs(onLead: () => void): Promise<boolean> {
  if (!navigator.locks) return true;
  let isLate = false;
  const leads = new Promise<boolean>((resolve) => {
    void navigator.locks.request(LOCK, () => {
      if (isLate) onLead();
      resolve(true);
      return forever;
    });
  });
  const waits = new Promise<boolean>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, false);
  });
  const isLeader = await Promise.race([leads, waits]);
  isLate = !isLeader;
  return isLeader;
}

/** Is there for other tabs; what serves them is fetched when the first one asks. `onOtherBuild`: one of another build has asked,
 * and was told only that. Returns what makes it hear no more of them. */
export function receiveTabs(
  services: Readonly<Record<string, Service>>,
  onOtherBuild: () => void,
): () => void {
  const hall = new BroadcastChannel(HALL);
  const leaderId = crypto.randomUUID();
  const isWelcome = new Set<string>();
  hall.addEventListener("message", async ({ data }: MessageEvent<HallMessage>) => {
    if (!isSaid(data) || data.kind !== "hello" || isWelcome.has(data.tabId)) return;
    isWelcome.add(data.tabId);
    if (data.build !== BUILD) {
      nameSelf(data.tabId, leaderId);
      onOtherBuild();
      return;
    }
    const { serveTab } = await import("./leader");
    serveTab(data.tabId, leaderId, services);
  });
  hall.postMessage({ kind: "here", leaderId, build: BUILD } satisfies HallMessage);
  return () => hall.close();
}

function nameSelf(tabId: string, leaderId: string): void {
  const room = new BroadcastChannel(roomOf(tabId));
  room.postMessage({ kind: "welcome", leaderId, build: BUILD } satisfies ReplyMessage);
  room.close();
}
