// How full the model's window is, what fills it, and what is offered when it is nearly or quite full.
import { expect } from "@playwright/test";
import { examine } from "./examine";
import { ask, messageBox, messages, openReady, paste } from "./story";
import { test } from "./test";

test("counts what fills the window as it is written, warns, and refuses to cut [F55]", async ({ page }) => {
  await page.addInitScript(() => {
    const settings = {
      version: 2,
      temperature: 0,
      contextLength: 512,
      sendKey: "mod-enter",
      pasteThreshold: 100,
    };
    if (!localStorage.getItem("jamba-settings"))
      localStorage.setItem("jamba-settings", JSON.stringify(settings));
  });
  await openReady(page);
  const ring = page.getByRole("button", { name: /^Window: / });
  const parts = page.getByRole("dialog", { name: "What fills the window" });
  await expect(ring).toBeVisible();
  await ask(page, "What can you do?");
  await messageBox(page).fill("one two three\n");
  await page.keyboard.press("Enter"); // a new line, as Ctrl+Enter sends
  await expect(messageBox(page)).toHaveValue("one two three\n\n");
  await expect(messages(page)).toHaveCount(2);
  await paste(page, "A door, a chair and a window stand in this room of the old house. ".repeat(4));
  await ring.click();
  await expect(parts.getByRole("listitem")).toHaveText([
    /^Pasted text: A door.*\d+\d+ %$/,
    /^Messages\d+\d+ %$/,
    /^This message\d/,
    /^Free\d+\d+ %$/,
  ]);
  await expect(parts).toContainText(/Last answer\s*\d+ read · \d+ remembered · \d+ written/);
  await examine(page, "window-normal");
  await page.keyboard.press("Escape");
  await expect(parts).toBeHidden();
  await expect(page.getByRole("form").getByText(/^\d tokens$/)).toBeVisible(); // of the text

  await messageBox(page).fill("word ".repeat(320));
  await expect(page.getByText(/^\d\d % of the window is used/)).toBeVisible();
  await examine(page, "window-nearly-full");

  await messageBox(page).fill("word ".repeat(900));
  await expect(page.getByText(/^Too long by [\d,]+ tokens/)).toBeVisible();
  await ring.click();
  await expect(parts).toContainText("Nothing is sent or cut.");
  await examine(page, "window-full");
  await page.keyboard.press("Escape");
  await messageBox(page).press("Control+Enter");
  const refusal = page.getByRole("alert");
  await expect(refusal).toContainText("This is too long for the model");
  await expect(messages(page)).toHaveCount(2);
  await refusal.getByRole("button", { name: "New chat" }).click();
  await expect(messages(page)).toHaveCount(0);
  await expect(messageBox(page)).toHaveValue("word ".repeat(900));
  await expect(page.getByRole("list", { name: "Attached documents" })).toContainText("Pasted text");
  // The viewer of a phone covers the page: what is told is told once.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.keyboard.press("Control+Shift+L");
  await page.getByRole("button", { name: /^Pasted text/ }).click();
  await expect(page.getByRole("dialog", { name: /^Pasted text/ })).toBeVisible();
  await expect(page.getByText("There is no answer to copy.")).toHaveCount(1);
  await page.getByRole("button", { name: "Close document" }).click();
  await page.getByRole("button", { name: /^Remove “Pasted text/ }).click();
  await messageBox(page).fill("short");
  await expect(page.getByText(/^Too long by/)).toHaveCount(0);
});
