// How a state of the page looks, compared with the pictures in screenshots/states: on a desktop and on a phone, light and dark, and
// from right to left. Text is set in fonts that come with the tests, so that it does not depend on the machine's.
//   npm run test:e2e -- looks no-webgpu --update-snapshots     draws them anew; look at each before it is kept
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, expect, type Page } from "@playwright/test";

const fontFolder = (name: string): string =>
  createRequire(import.meta.url)
    .resolve(`@fontsource-variable/${name}/package.json`)
    .replace(/[^/]+$/, "files");

/** The families that the page asks for by name, and the files that stand in for them. */
const FONTS = [
  ["Story Sans", fontFolder("inter"), "inter-latin-wght-normal.woff2"],
  ["Story Arabic", fontFolder("noto-sans-arabic"), "noto-sans-arabic-arabic-wght-normal.woff2"],
  ["Story Mono", fontFolder("jetbrains-mono"), "jetbrains-mono-latin-wght-normal.woff2"],
] as const;

async function setFonts(page: Page): Promise<void> {
  const fonts = FONTS.map(
    ([family, folder, file]) => [family, [...readFileSync(`${folder}/${file}`)]] as const,
  );
  await page.evaluate(async (given) => {
    for (const [family, bytes] of given) {
      const font = new FontFace(family, new Uint8Array(bytes), { weight: "100 900" });
      document.fonts.add(await font.load());
    }
    const sheet = new CSSStyleSheet(); // adopted: the page's policy admits no other style from outside
    sheet.replaceSync(`
      html { font-family: "Story Sans", "Story Arabic" !important; }
      code, kbd, pre, textarea.mono { font-family: "Story Mono" !important; }
    `);
    document.adoptedStyleSheets.push(sheet);
  }, fonts);
}

/** What drew the pictures: elsewhere the edges of letters and shadows come out otherwise. */
const DRAWN_WITH = { platform: "linux", chromium: "156" };

/** Why the pictures cannot be compared here, or null. In CI they always are: there, a difference is to be looked into. */
export function whyNotCompared(browser: Browser | null): string | null {
  const chromium = browser?.version().split(".")[0] ?? "unknown";
  const isSame = process.platform === DRAWN_WITH.platform && chromium === DRAWN_WITH.chromium;
  if (isSame || process.env.CI) return null;
  return `did not run: the pictures are of Chromium ${DRAWN_WITH.chromium} on ${DRAWN_WITH.platform}, and this is Chromium ${chromium} on ${process.platform}`;
}

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

export async function expectLooks(page: Page, state: string): Promise<void> {
  const reason = whyNotCompared(page.context().browser());
  if (reason !== null) {
    console.log(`${state}: ${reason}`);
    return;
  }
  await page.mouse.move(0, 0); // nothing is pointed at
  await setFonts(page);
  await expect(lockOf(page)).toBeVisible();
  const shoot = async (name: string, viewport: typeof DESKTOP, colorScheme: "light" | "dark") => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await expect(page).toHaveScreenshot(["states", `${state}-${name}.png`]);
  };
  await shoot("desktop-light", DESKTOP, "light");
  await shoot("desktop-dark", DESKTOP, "dark");
  await shoot("phone-dark", PHONE, "dark");
  await shoot("phone-light", PHONE, "light");
  await speak(page, "ar");
  await shoot("arabic-phone-light", PHONE, "light");
  await shoot("arabic-desktop-dark", DESKTOP, "dark");
  await speak(page, "en");
}

/** The lock in the header, and its words in each language, are fetched after everything else. */
const lockOf = (page: Page) => page.locator("header button:has(.lucide-lock-open)");

/** As another tab would change it: the page goes on with what it is doing. */
async function speak(page: Page, language: "ar" | "en"): Promise<void> {
  const before = (await lockOf(page).getAttribute("aria-label")) ?? "";
  await page.evaluate((wanted) => {
    const key = "jamba-settings";
    const settings = JSON.parse(localStorage.getItem(key) ?? "{}") as object;
    localStorage.setItem(key, JSON.stringify({ version: 1, ...settings, language: wanted }));
    dispatchEvent(new StorageEvent("storage", { key }));
  }, language);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(lockOf(page)).not.toHaveAttribute("aria-label", before);
  await expect(lockOf(page)).toBeVisible();
}
