// How the page suits who uses it: fingers, magnified text, colours of the system's own, less motion, ears instead of eyes.
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import { expectAnswer, openReady } from "./story";
import { test } from "./test";

const FINGER = 44; // CSS pixels

/** What can be pressed and is smaller than a finger; words within running text are not asked for it. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const pressable = "button, summary, select, textarea, input, a[href], [role=button], [role=tab]";
    const areaOf = (element: Element): DOMRect =>
      (element.matches("input[type=radio], input[type=checkbox]")
        ? (element.closest("label") ?? element)
        : element
      ).getBoundingClientRect();
    return [...document.querySelectorAll(pressable)]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((element) => element.closest("p, .sr-only") === null)
      .filter((element) => !element.closest("[inert]"))
      .map((element) => ({ element, area: areaOf(element) }))
      .filter(({ area }) => area.width > 1 && area.height > 1 && area.bottom > 0 && area.right > 0)
      .filter(({ area }) => Math.round(area.width) < least || Math.round(area.height) < least)
      .map(({ element, area }) => {
        const name = element.getAttribute("aria-label") ?? element.textContent?.trim() ?? element.tagName;
        return `${name}: ${Math.round(area.width)} x ${Math.round(area.height)}`;
      });
  }, FINGER);
}

/** Collects what regions announce to a screen reader from now on. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const live = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], [role=log]";
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(`${live}, [aria-live=off], [aria-busy=true]`);
        if (!region || region.matches("[aria-live=off], [aria-busy=true]")) continue;
        heard.push(element?.textContent ?? "");
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join("\n"));
}

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

test("suits fingers, 200 % zoom, forced colours, less motion and screen readers", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openReady(page);
  expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
  expect(await smallTargets(page), "on the first screen").toEqual([]);

  const heard = await listen(page);
  await page.getByRole("button", { name: "Who leads Project Heron?" }).tap();
  await expect(page.getByRole("log")).toContainText(/Tomas/);
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .map((animation) => {
        const { target } = animation.effect as KeyframeEffect;
        return `${target?.className}`;
      }),
  );
  expect(moving).toEqual([]);
  await expectAnswer(page);
  const announced = await heard();
  expect(announced).not.toContain("Lindqvist");
  expect(announced).not.toBe("");
  expect(await smallTargets(page), "with an answer").toEqual([]);

  const name = page.getByRole("button", { name: /^Models/ }).locator("bdi");
  const cutOff = () => name.evaluate((element) => element.scrollWidth - element.clientWidth);
  await expect(name).toHaveText("Jamba Tiny");
  expect(await cutOff(), "pixels of the model's name").toBe(0);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await cutOff(), "pixels of the model's name at 320").toBe(0);
  await page.setViewportSize({ width: 360, height: 740 });

  await page.getByRole("button", { name: "Conversations" }).tap();
  expect(await smallTargets(page), "in the drawer").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Settings" }).first().tap();
  expect(await smallTargets(page), "in the settings").toEqual([]);
  await page.keyboard.press("Escape");

  await page.setViewportSize({ width: 640, height: 400 }); // a desktop's 1280 x 800 at 200 %
  await examine(page, "zoomed");
  await page.emulateMedia({ forcedColors: "active" });
  await examine(page, "forced-colours");
  const send = page.getByRole("textbox", { name: "Message" });
  await send.focus();
  const isOutlined = await page.evaluate(() => {
    for (let at = document.activeElement; at; at = at.parentElement) {
      const { outlineStyle, borderTopWidth } = getComputedStyle(at);
      if (outlineStyle !== "none" || Number.parseFloat(borderTopWidth) > 0) return true;
    }
    return false;
  });
  expect(isOutlined).toBe(true);
});
