// A clock for what the page costs, whatever else the machine is doing.
import type { Page } from "@playwright/test";

/** All that the page's thread does, painting with the CPU for want of a GPU included. */
const ALL_WORK = ["TaskDuration"];
/** What of it is the page's own. */
export const SCRIPT_AND_LAYOUT = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];

/** Time for which the page's thread has been at work: that other programs make it wait does not count. */
export async function startBusyClock(page: Page, work = ALL_WORK): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const seconds = metrics.filter(({ name }) => work.includes(name)).map(({ value }) => value);
    return 1000 * seconds.reduce((sum, value) => sum + value, 0);
  };
}

/** What it costs to open a chat by its title in the list, until its last message has been drawn. */
export async function timeOpening(page: Page, busyMs: () => Promise<number>, title: string): Promise<number> {
  const startedMs = await busyMs();
  await page.evaluate(async (wanted) => {
    const before = document.querySelector("[role=log] article:last-child");
    const isWanted = (button: Element) => button.textContent === wanted;
    [...document.querySelectorAll<HTMLElement>("nav button")].find(isWanted)?.click();
    const last = () => document.querySelector("[role=log] article:last-child");
    while (!last() || last() === before) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve)); // and what comes after it has been drawn
    await new Promise((resolve) => setTimeout(resolve));
  }, title);
  return (await busyMs()) - startedMs;
}
