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

/** In one task with a button's click, or with a reload: nothing can have been checked or waited for before. */
const writeAndLeave = (page: Page, schema: string, button: "Done" | "Save" | "Close" | null): Promise<void> =>
  schemaBox(page).evaluate(
    (box: HTMLTextAreaElement, [text, label]) => {
      box.focus();
      box.select();
      document.execCommand("insertText", false, text ?? "");
      const buttons = [...(box.closest("dialog")?.querySelectorAll("button") ?? [])];
      if (label === null) location.reload();
      else buttons.find((one) => (one.ariaLabel ?? one.textContent) === label)?.click();
    },
    [schema, button] as const,
  );

const YES = '{"enum": ["yes"]}';
const NO = '{"enum": ["no"]}';
const FAULTY = '{"enum": ["maybe"';

test("keeps a schema that is written right before the dialog or the page is closed, and says that it is faulty", async ({
  page,
}) => {
  await openReady(page);
  await optionsButton(page).click();
  await dialog(page).getByRole("checkbox", { name: "Answer as JSON" }).check();
  await writeAndLeave(page, YES, "Done");
  await expect(dialog(page)).toHaveCount(0);
  await expect((await ask(page, "Is it open?")).locator("pre")).toHaveText(/^"yes"\s*$/);

  const note = page.getByRole("status").filter({ hasText: "JSON schema: This is not JSON" });
  await optionsButton(page).click();
  await writeAndLeave(page, FAULTY, "Close");
  await expect(note).toContainText("The last schema without a fault stays in use.");
  await note.getByRole("button", { name: "Edit" }).click();
  await expect(schemaBox(page)).toHaveValue(FAULTY);
  await expect(schemaBox(page)).toHaveAttribute("aria-invalid", "true");
  await writeAndLeave(page, `${FAULTY}]`, null);
  await expectReady(page);
  await optionsButton(page).click();
  await expect(schemaBox(page)).toHaveValue(`${FAULTY}]`);
  await expect(dialog(page).getByRole("status").first()).toContainText("This is not JSON");
  await writeAndLeave(page, NO, null);
  await expectReady(page);
  await expect((await ask(page, "Is it open?")).locator("pre")).toHaveText(/^"no"\s*$/);
});

test("keeps a new chat's options and a preset that is not saved yet when the page or the dialog is closed", async ({
  page,
}) => {
  const name = dialog(page).getByRole("textbox", { name: "Name" });
  const tokens = dialog(page).getByRole("textbox", { name: "Longest answer" });
  await openReady(page);
  await optionsButton(page).click();
  await dialog(page).getByRole("checkbox", { name: "Answer as JSON" }).check();
  await writeAndLeave(page, YES, null);
  await optionsButton(page).click();
  await expect(schemaBox(page)).toHaveValue(YES);
  await dialog(page).getByRole("button", { name: "New preset" }).click();
  await name.fill("No");
  await tokens.fill("20");
  await dialog(page).getByRole("textbox", { name: "Instructions" }).fill("Say no.");
  await page.keyboard.press("Escape");
  await dialog(page).getByRole("button", { name: "New preset" }).click();
  await expect(name).toHaveValue("No");
  await dialog(page).getByRole("checkbox", { name: "Answer as JSON" }).check();
  await writeAndLeave(page, NO, null);
  await optionsButton(page).click();
  await dialog(page).getByRole("button", { name: "New preset" }).click();
  await expect(name).toHaveValue("No");
  await expect(tokens).toHaveValue("20");
  await expect(schemaBox(page)).toHaveValue(NO);
  await writeAndLeave(page, FAULTY, "Save");
  await expect(schemaBox(page)).toHaveAttribute("aria-invalid", "true");
  await expect(dialog(page).getByRole("button", { name: "Save" })).toBeDisabled();
  await schemaBox(page).fill(YES);
  await expect(dialog(page).getByRole("button", { name: "Save" })).toBeEnabled();
  await writeAndLeave(page, NO, "Save");
  await expect(dialog(page).getByRole("radio", { name: "No Say no." })).toBeChecked();
  await expect(schemaBox(page)).toHaveValue(NO);

  // What is cancelled is gone
  await dialog(page).getByRole("button", { name: "New preset" }).click();
  await expect(name).toHaveValue("");
  await name.fill("Nothing");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await dialog(page).getByRole("button", { name: "New preset" }).click();
  await expect(name).toHaveValue("");
});
