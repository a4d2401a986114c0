// Documents on the page: attached in every way, opened or refused in words, cut to what fits, kept in the library.
import { expect, type Page } from "@playwright/test";
import { attach, attached, dialog, library, openLibrary } from "./attaching";
import {
  damagedPdfFile,
  docxFile,
  epubFile,
  hebrewFile,
  imageFile,
  pdfFile,
  type StoryFile,
  scannedPdfFile,
} from "./document-files";
import { examine } from "./examine";
import { ask, messageBox, messages, openReady, paste, sendButton } from "./story";
import { test } from "./test";

async function drop(page: Page, { name, mimeType, buffer }: StoryFile): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([base64, fileName, type]) => {
      const bytes = Uint8Array.from(atob(base64 as string), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName as string, { type: type as string }));
      return data;
    },
    [buffer.toString("base64"), name, mimeType],
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await expect(page.getByText("Drop to add")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page.getByText("Drop to add")).toHaveCount(0);
}

/** On a phone it is in the drawer. */
test("attaches PDF, Word, EPUB and Hebrew text, picked and dropped, and says how large each is", async ({
  page,
}) => {
  await openReady(page);
  await attach(page, await pdfFile("floors.pdf", { pages: 5 }), docxFile("plan.docx"), epubFile("ship.epub"));
  await drop(page, hebrewFile("חדרים.txt"));
  const chips = attached(page).getByRole("listitem");
  await expect(chips).toHaveCount(4);
  await expect(chips.filter({ hasText: "floors.pdf" })).toContainText(
    /5 pages · \d+ tokens · \d+ % of the window/,
  );
  await expect(chips.filter({ hasText: "plan.docx" })).toContainText(/\d+ tokens/);
  await expect(chips.filter({ hasText: "ship.epub" })).toContainText(/2 parts · \d+ tokens/);
  await expect(chips.filter({ hasText: "חדרים.txt" })).toContainText(/\d+ tokens/);
  await examine(page, "documents-attached");
  await page.getByRole("button", { name: /^floors\.pdf/ }).click();
  await expect(page.getByText("The room on floor 4 is number 44.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove plan.docx" }).click();
  await expect(chips).toHaveCount(3);
});

test("says in words what is wrong with a file, and the others go on [F53]", async ({ page }) => {
  await openReady(page);
  await attach(
    page,
    damagedPdfFile("broken.pdf"),
    imageFile("photo.png"),
    await scannedPdfFile("scan.pdf"),
    docxFile("plan.docx"),
  );
  await expect(page.getByText(/“broken.pdf” is damaged/)).toBeVisible();
  await expect(page.getByText(/“photo.png” is an image/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Warnings" })).toContainText(/Page 2/);
  await expect(attached(page).getByRole("listitem")).toHaveCount(4);
  await expect(attached(page)).toContainText(/\d+ tokens.*\d+ tokens/s);
  await examine(page, "documents-refused");
  await page.getByRole("button", { name: "Dismiss" }).first().click();
  await page.getByRole("button", { name: "Dismiss" }).first().click();
  await expect(attached(page).getByRole("listitem")).toHaveCount(2);
  await messageBox(page).fill("Which one?");
  await expect(sendButton(page)).toBeEnabled();
});

test("asks for a password until it is right", async ({ page }) => {
  await openReady(page);
  await attach(page, await pdfFile("secret.pdf", { pages: 2, password: "heron" }));
  const question = dialog(page, "Password");
  await expect(question).toContainText("is protected by a password");
  await expect(question.getByLabel("Password of the file")).toBeFocused();
  await examine(page, "documents-password");
  await question.getByLabel("Password of the file").fill("crane");
  await page.keyboard.press("Enter");
  await expect(question).toContainText("The password does not open");
  await question.getByRole("button", { name: "Not now" }).click();
  await expect(attached(page)).toContainText("Locked by a password");
  await page.getByRole("button", { name: "Enter password" }).click();
  await question.getByLabel("Password of the file").fill("heron");
  await page.keyboard.press("Enter");
  await expect(question).toHaveCount(0);
  await expect(attached(page)).toContainText(/2 pages · \d+ tokens/);
});

test("offers what fits of a document that is too long: first pages, a range, or passages [F55]", async ({
  page,
}) => {
  await openReady(page);
  await attach(page, await pdfFile("archive.pdf", { pages: 30, linesPerPage: 25 }));
  await expect(page.getByText(/^Too long by [\d,]+ tokens/)).toBeVisible();
  await messageBox(page).fill("Which number has the room on floor 23?");
  await examine(page, "documents-too-long");
  await page.getByRole("button", { name: "Choose a part" }).click();
  const part = dialog(page, "archive.pdf");
  await expect(part.getByRole("radio", { name: "The whole document" })).toBeDisabled();
  await part.getByRole("radio", { name: /^The first \d+ of 30 pages/ }).click();
  await expect(part.getByRole("button", { name: "Use this part" })).toBeEnabled();
  await part.getByRole("radio", { name: "A range of pages" }).click();
  await part.getByLabel("To page").fill("30");
  await expect(part).toContainText(/[\d,]+ tokens too long/);
  await expect(part.getByRole("button", { name: "Use this part" })).toBeDisabled();
  await part.getByLabel("From page").fill("22");
  await part.getByLabel("To page").fill("24");
  await expect(part.getByRole("button", { name: "Use this part" })).toBeEnabled();
  await examine(page, "documents-range");
  await part.getByRole("radio", { name: "Passages about a question" }).click();
  await part.getByRole("button", { name: "Find" }).click();
  const passages = part.getByRole("list", { name: "Passages" }).getByRole("listitem");
  await expect(passages.first()).toContainText("The room on floor 23 is number 253.");
  await expect(passages.first()).toContainText("Page 23");
  await examine(page, "documents-passages");
  const ticks = part.getByRole("checkbox", { checked: true });
  for (let count = await ticks.count(); count > 1; count -= 1) await ticks.last().click();
  await expect(part).toContainText(/^.*1 of \d+ passages ticked/s);
  await part.getByRole("button", { name: "Use this part" }).click();
  await expect(attached(page)).toContainText(/1 passage · \d+ tokens/);
  await expect(page.getByText(/^Too long by/)).toHaveCount(0);
  await sendButton(page).click();
  await expect(messages(page).first()).toContainText("1 passage");
});

test("reads a document ahead of the question, stops when told to, and goes on from there", async ({
  page,
}) => {
  await openReady(page);
  await attach(page, await pdfFile("floors.pdf", { pages: 8, linesPerPage: 25 }));
  const chip = attached(page).getByRole("listitem");
  await expect(chip).toContainText(/reading (\d+|< 1) %, page [1-8]/);
  await examine(page, "documents-reading");
  await chip.getByRole("button", { name: "Stop" }).click();
  await expect(chip).toContainText(/read to (\d+|< 1) %/);
  await page.getByRole("button", { name: "Choose a part of floors.pdf" }).click();
  await page.getByRole("radio", { name: "A range of pages" }).click();
  await page.getByRole("button", { name: "Use this part" }).click();
  await expect(chip).toContainText(/page 1 of 8 · \d+ tokens.* · read$/, { timeout: 60_000 });
  await examine(page, "documents-read");
  await ask(page, "Which number has the room on floor 1?");
  await expect(messages(page).first()).toContainText("page 1 of 8");
});

test("has no accessibility fault in documents on a dark screen of 320 px and from right to left", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  await openReady(page);
  await attach(
    page,
    await pdfFile("archive of all the floors of the old house.pdf", { pages: 30, linesPerPage: 25 }),
  );
  await paste(page, "A line of a long text about nothing much.\n".repeat(70));
  await expect(page.getByText(/^Too long by [\d,]+ tokens/)).toBeVisible();
  await examine(page, "narrow-dark-documents");
  await page.getByRole("button", { name: "Choose a part", exact: true }).click();
  await page.getByRole("radio", { name: /^The first/ }).click();
  await examine(page, "narrow-dark-part");
  await page.getByRole("radio", { name: "Passages about a question" }).click();
  await page.getByLabel("Question or words").fill("violin near the mirror");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("list", { name: "Passages" })).toBeVisible();
  await examine(page, "narrow-dark-passages");
  await page.keyboard.press("Escape");
  await openLibrary(page);
  await expect(library(page)).toContainText("archive of all");
  await examine(page, "narrow-dark-library");
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await examine(page, "rtl-library");
  await page.keyboard.press("Escape");
  await examine(page, "rtl-documents");
});
