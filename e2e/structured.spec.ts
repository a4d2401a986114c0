// Structured work: answers in JSON that fulfil a schema, and presets. The model was trained for neither.
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import { ask, expectReady, openReady } from "./story";
import { test } from "./test";

const optionsButton = (page: Page) => page.getByRole("button", { name: /^Chat options/ });
const dialog = (page: Page) => page.getByRole("dialog");
const schemaBox = (page: Page) => dialog(page).getByRole("textbox", { name: "JSON schema" });
const done = (page: Page) => dialog(page).getByRole("button", { name: "Done" }).click();

const place = {
  type: "object",
  properties: {
    city: { type: "string", maxLength: 10 },
    sizes: { type: "array", items: { enum: [1, 22] }, maxItems: 2 },
  },
  required: ["city", "sizes"],
};

test("answers in JSON that fulfils the chat's schema, and says what is wrong with one", async ({ page }) => {
  await openReady(page);
  await optionsButton(page).click();
  await dialog(page).getByRole("checkbox", { name: "Answer as JSON" }).check();
  await expect(schemaBox(page)).toHaveValue(/"isCertain"/);
  await schemaBox(page).fill('{"type": "object",');
  await expect(dialog(page).getByRole("status")).toContainText("This is not JSON");
  await schemaBox(page).fill('{"properties": {"when": {"type": "string", "pattern": "[0-9]+"}}}');
  await expect(dialog(page).getByRole("status")).toContainText(
    '#/properties/when: "pattern" is not supported',
  );
  await examine(page, "chat-options-fault");
  await schemaBox(page).fill(JSON.stringify(place, null, 2));
  await expect(dialog(page).getByRole("status")).toHaveText(/^Keys come in this order/);
  await done(page);
  await expect(optionsButton(page)).toHaveAccessibleName("Chat options: JSON");

  const answer = await ask(page, "Where is it?");
  const code = await answer.locator("pre").textContent();
  const value = JSON.parse(code ?? "");
  expect(Object.keys(value)).toEqual(["city", "sizes"]);
  expect([...value.city].length).toBeLessThanOrEqual(10);
  expect(value.sizes.every((size: number) => [1, 22].includes(size))).toBe(true);
  expect(code?.split("\n").length).toBeGreaterThan(3); // a line for each value, however it was written
  await expect(answer.getByRole("button", { name: "Copy code" })).toBeVisible();
  await examine(page, "json-answer");

  await page.reload();
  await expectReady(page);
  await expect(optionsButton(page)).toHaveAccessibleName("Chat options: JSON");
  await optionsButton(page).click();
  await expect(schemaBox(page)).toHaveValue(/"city"/);
});

test("gives a chat a preset, with instructions, settings and a schema of its own", async ({ page }) => {
  await openReady(page);
  await optionsButton(page).click();
  await dialog(page)
    .getByRole("radio", { name: /^Extract facts as JSON/ })
    .check();
  await expect(schemaBox(page)).toHaveValue(/"facts"/);
  await examine(page, "chat-options");
  await dialog(page).getByRole("button", { name: "New preset" }).click();
  await expect(dialog(page).getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog(page).getByRole("textbox", { name: "Name" }).fill("Yes or no");
  await dialog(page).getByRole("textbox", { name: "Instructions" }).fill("Say yes or no.");
  await dialog(page).getByRole("textbox", { name: "Longest answer" }).fill("20");
  await dialog(page).getByRole("checkbox", { name: "Answer as JSON" }).check();
  await schemaBox(page).fill('{"enum": ["yes", "no"]}');
  await examine(page, "preset");
  await dialog(page).getByRole("button", { name: "Save" }).click();

  const own = dialog(page).getByRole("radio", { name: "Yes or no Say yes or no.", exact: true });
  await expect(own).toBeChecked();
  await dialog(page).getByRole("button", { name: "More for Yes or no" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await dialog(page).getByRole("button", { name: "More for Yes or no (copy)" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(dialog(page).getByRole("radio", { name: /copy/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(dialog(page).getByRole("radio", { name: /copy/ })).toHaveCount(1);
  await done(page);
  await expect(optionsButton(page)).toHaveAccessibleName("Chat options: Yes or no");

  const answer = await ask(page, "Is it open?");
  expect(await answer.locator("pre").textContent()).toMatch(/^"(yes|no)"\s*$/);
  await page.reload(); // kept with the conversation, and the presets themselves
  await expectReady(page);
  await expect(optionsButton(page)).toHaveAccessibleName("Chat options: Yes or no");
  await page.getByRole("button", { name: "New chat" }).first().click();
  await expect(optionsButton(page)).toHaveAccessibleName("Chat options");
});
