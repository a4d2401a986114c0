// A browser without a WebGPU adapter: the page says so and stays readable.
import { expect } from "@playwright/test";
import { chromiumFlags } from "../scripts/chromium.mjs";
import { expectLooks } from "./looks";
import { messageBox, sendButton } from "./story";
import { test } from "./test";

test.use({
  launchOptions: {
    ...(process.env.CHROME ? { executablePath: process.env.CHROME } : {}),
    args: chromiumFlags().filter((flag) => !/webgpu/i.test(flag)),
  },
});

test("names the cause and what to do, and leaves the page usable [F32]", async ({ page }) => {
  await page.goto("/");
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("This browser cannot run the model");
  await expect(notice.getByRole("button", { name: "Reload the page" })).toBeVisible();
  await expectLooks(page, "error");
  await messageBox(page).fill("Hello!");
  await expect(sendButton(page)).toBeDisabled();
  await expect(page.getByRole("navigation", { name: "Conversations" })).toBeVisible();
});
