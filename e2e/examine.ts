// A state of the page, measured by axe, with a picture of it in test-results/screens.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

let examinations = 0;

/** How often axe has looked at a page in this process. */
export const countExaminations = (): number => examinations;

/** What axe objects to, and where. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    const isMoving = ({ effect }: Animation) => effect?.getComputedTiming().iterations !== Infinity;
    // What fades in is pale on its way.
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(isMoving)
        .map(({ finished }) => finished),
    );
  });
  // Frames are examined in parts that a blank page of its own puts together. Without any, that doubles the time for nothing.
  const hasFrames = page.frames().length > 1;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(!hasFrames).analyze();
  examinations += 1;
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

export async function examine(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${name}.png`, animations: "disabled" });
  expect(await findFaults(page), name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name}: pixels beyond the right edge`).toBeLessThanOrEqual(0);
  const bodies = page.locator("dialog[open] > div");
  const widths = await bodies.evaluateAll((all) =>
    all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  );
  expect(Math.max(0, ...widths), `${name}: pixels to scroll sideways in a dialog`).toBe(0);
}
