// The composer: keys, input methods, long pastes, and a document that does not fit.
import { expect } from "@playwright/test";
import { messageBox, messages, openReady, paste, sendButton, stopButton } from "./story";
import { test } from "./test";

test("sends with Enter, but neither with Shift nor while an input method composes", async ({ page }) => {
  await openReady(page);
  const box = messageBox(page);
  await expect(box).toBeFocused();
  await page.keyboard.type("How are");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("you?");
  await expect(box).toHaveValue("How are\nyou?");
  await box.evaluate((element) => {
    const enter = { key: "Enter", code: "Enter", bubbles: true, cancelable: true };
    element.dispatchEvent(new KeyboardEvent("keydown", { ...enter, isComposing: true }));
    element.dispatchEvent(new KeyboardEvent("keydown", { ...enter, keyCode: 229 }));
  });
  await expect(messages(page)).toHaveCount(0);
  await expect(box).toHaveValue("How are\nyou?");
  await page.keyboard.press("Enter");
  await expect(messages(page)).toHaveCount(2);
  await expect(box).toHaveValue("");
  await expect(box).toBeFocused();
  await expect(stopButton(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(stopButton(page)).toHaveCount(0, { timeout: 10_000 });
  await page.keyboard.press("Control+Shift+O");
  await expect(messages(page)).toHaveCount(0);
});

test("reaches every control with the keyboard and gives focus back", async ({ page }) => {
  await openReady(page);
  const models = page.getByRole("button", { name: /^Models/ });
  await models.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Models" })).toBeVisible();
  for (let press = 0; press < 15; press++) {
    await page.keyboard.press("Tab");
    const isInside = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused === document.body || focused?.closest("dialog") !== null;
    });
    expect(isInside).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(models).toBeFocused();
});

test("makes a long paste a document, and text again when asked", async ({ page }) => {
  await openReady(page);
  const text = "A line of a long text about nothing much.\n".repeat(70);
  const documents = page.getByRole("list", { name: "Attached documents" });
  await messageBox(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["x"], "image.png", { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText("Pictures cannot be read: the model knows text only.")).toBeVisible();
  await paste(page, "short");
  await expect(messageBox(page)).toHaveValue("short");
  await paste(page, text);
  await expect(documents).toContainText("Pasted text");
  await expect(documents).toContainText(/[\d,]+ tokens · \d+ % of the window/);
  await expect(messageBox(page)).toHaveValue("short");
  await page.getByRole("button", { name: /^Pasted text/ }).click();
  await expect(page.getByRole("complementary", { name: "Pasted text" })).toContainText(
    "A line of a long text",
  );
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Paste as text" }).click();
  await expect(documents).toHaveCount(0);
  await expect(messageBox(page)).toHaveValue(`short\n${text}`);
});

test("fits its text and what lies over it to a window that changes", async ({ page }) => {
  await openReady(page);
  await paste(page, "A line of a long text about nothing much.\n".repeat(70));
  await messageBox(page).fill(
    "What does it say of the bridge, of the mill, of the school, and of the smith's bill?",
  );
  const hidden = () => messageBox(page).evaluate((box) => box.scrollHeight - box.clientHeight);
  const height = () => messageBox(page).evaluate((box) => box.clientHeight);
  const before = await height();
  await page.getByRole("button", { name: /^Pasted text/ }).click();
  await expect(page.getByRole("complementary", { name: /^Pasted text/ })).toBeVisible();
  await expect.poll(height).toBeGreaterThan(before); // beside the document its lines are shorter
  expect(await hidden()).toBeLessThanOrEqual(0);
  await page.keyboard.press("Escape");
  await expect.poll(height).toBe(before);

  await page.getByRole("button", { name: /^Window: / }).click();
  const parts = page.getByRole("dialog", { name: "What fills the window" });
  await expect(parts).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(parts).toBeInViewport({ ratio: 1 });
});

test("says that a document is too long, keeps it, and sends nothing [F55]", async ({ page }) => {
  await openReady(page);
  await paste(page, "Every word of this document counts towards the window of the model. ".repeat(600));
  await expect(page.getByRole("list", { name: "Attached documents" })).toContainText(/\d{3} % of the window/);
  await messageBox(page).fill("What does it say?");
  await sendButton(page).click();
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("This is too long for the model");
  await expect(notice).toContainText("4,096");
  await expect(notice.getByRole("button", { name: /^Use part of “Pasted text/ })).toBeVisible();
  await expect(messages(page)).toHaveCount(0);
  await expect(messageBox(page)).toHaveValue("What does it say?");
  await page.getByRole("button", { name: "Remove Pasted text" }).click();
  await expect(notice).toHaveCount(0);
});
