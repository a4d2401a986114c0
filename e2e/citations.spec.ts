// Quotations of answers: checked against the documents, opened in the viewer, and what a reader looks up himself.
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import { ask, messages, openReady, readHeldOutQuestions } from "./story";
import { test } from "./test";

const REPORT = [
  "The Calder pump\n\nThe Calder pump costs $84.50 and weighs 3.2 kg. It is made of stainless steel, which keeps for twen-",
  "ty years when it is oiled once a month. The ﬁrst oﬃce to order one was in Lisbon.",
  "Guarantee\n\nThe maker repairs every pump within ten days and pays for the way back.\n\nמשאבה זו נבדקה בירושלים.",
].join("\f");

/** A chat that was held earlier: a question with the document, and an answer that quotes it. */
async function openChat(page: Page, answer: string): Promise<void> {
  await openReady(page);
  await page.getByTestId("document-picker").setInputFiles({
    name: "report.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(REPORT),
  });
  await expect(page.getByRole("list", { name: "Attached documents" })).toContainText("report.txt");
  await ask(page, "How much does the Calder pump cost?");
  await replaceAnswer(page, answer);
  await page.reload();
  await expect(messages(page)).toHaveCount(2);
}

/** In storage: the tiny model does not quote. */
async function replaceAnswer(page: Page, text: string): Promise<void> {
  await page.evaluate(async (answer) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("jamba-messages");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = opened.transaction("messages", "readwrite").objectStore("messages");
    await new Promise<void>((resolve, reject) => {
      const walk = store.openCursor();
      walk.onsuccess = () => {
        const cursor = walk.result;
        if (!cursor) return resolve();
        if (cursor.value.role === "assistant") cursor.update({ ...cursor.value, text: answer });
        cursor.continue();
      };
      walk.onerror = () => reject(walk.error);
    });
    opened.close();
  }, text);
}

const ANSWER = `The pump “costs $84.50 and weighs 3.2 kg”. Its steel “keeps for twenty years when it is oiled once a month”, and "the first office" had one. It “is made of stainless wood, which keeps for twenty years”.

> The maker repairs every pump within ten days and pays for the way back.

It also says “the pump was invented by a committee of bakers”.`;

/** The words that are painted, by the kind of mark. */
const painted = (page: Page, kind: string): Promise<string[]> =>
  page.evaluate(
    (name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => {
        const { startContainer, startOffset, endOffset } = range;
        return startContainer.textContent?.slice(startOffset, endOffset) ?? "";
      }),
    `viewer-${kind}`,
  );

const marks = (page: Page) =>
  messages(page)
    .last()
    .getByRole("button", { name: /^Quotation/ });
const viewer = (page: Page) => page.getByRole("complementary", { name: "report.txt" });

test("marks what the document says, what it nearly says, and what it does not", async ({ page }) => {
  await openChat(page, ANSWER);
  const labels = () =>
    marks(page).evaluateAll((all) =>
      all.map((mark) => getComputedStyle(mark, "::before").content.replaceAll('"', "")),
    );
  await expect.poll(labels).toEqual(["1", "2", "3", "≈ 4", "5"]);
  await expect(messages(page).last().getByText("not found in the document")).toHaveCount(1);
  await examine(page, "citations-marks");

  await marks(page).first().focus();
  await page.keyboard.press("Enter");
  await expect(viewer(page)).toContainText("Quotation 1: word for word, page 1");
  await expect.poll(() => painted(page, "cited")).toEqual(["costs $84.50 and weighs 3.2 kg"]);
  await examine(page, "citations-viewer");
  await page.keyboard.press("Escape");
  await expect(viewer(page)).toHaveCount(0);
  await expect(marks(page).first()).toBeFocused();

  await marks(page).nth(1).click();
  await expect
    .poll(() => painted(page, "cited"))
    .toEqual(["keeps for twen-", "ty years when it is oiled once a month"]);
  await marks(page).nth(2).click();
  await expect.poll(() => painted(page, "cited")).toEqual(["The ﬁrst oﬃce"]);

  await marks(page).nth(3).click();
  await expect(viewer(page)).toContainText("nearly the same");
  await expect(viewer(page).locator("del")).toHaveText("wood,");
  await expect(viewer(page).locator("ins")).toHaveText("steel,");
  await examine(page, "citations-difference");
});

test("finds what the user selects in an answer", async ({ page }) => {
  await openChat(page, "In short: pays for the way back. And more that nobody wrote anywhere at all.");
  const select = (from: string, length: number) =>
    messages(page)
      .last()
      .locator("p")
      .first()
      .evaluate(
        (paragraph, [words, count]) => {
          const node = paragraph.firstChild as Text;
          const start = node.data.indexOf(words as string);
          document.getSelection()?.setBaseAndExtent(node, start, node, start + (count as number));
        },
        [from, length] as const,
      );
  await select("pays for", 20);
  const lookUp = page.getByRole("button", { name: "Where does it say this?" });
  await lookUp.click();
  await expect(viewer(page)).toContainText("page 3");
  await expect.poll(() => painted(page, "cited")).toEqual(["pays for the way back"]);
  await select("And more", 30);
  await lookUp.click();
  await expect(page.getByText("Not found in the document.")).toBeVisible();
});

test("searches in the open document and goes to pages", async ({ page }) => {
  await openChat(page, ANSWER);
  await marks(page).first().click();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("PUMP");
  await expect(viewer(page).getByRole("status").first()).toHaveText("1 of 3");
  await page.keyboard.press("Enter");
  await expect(viewer(page).getByRole("status").first()).toHaveText("2 of 3");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expect(viewer(page).getByRole("status").first()).toHaveText("3 of 3");
  await expect.poll(() => painted(page, "current")).toEqual(["pump"]);
  await examine(page, "citations-search");
  const box = viewer(page).getByRole("textbox", { name: "Page" });
  await box.fill("7");
  await box.press("Enter");
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await expect(viewer(page).getByText("משאבה")).toHaveCSS("direction", "rtl");
});

test("fills the screen of a phone, in the dark, from right to left", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await openChat(page, ANSWER);
  await examine(page, "citations-phone-marks");
  await marks(page).nth(3).click();
  const dialog = page.getByRole("dialog", { name: "report.txt" });
  await expect(dialog).toContainText("nearly the same");
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await examine(page, "citations-phone-viewer");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(marks(page).nth(3)).toBeFocused();
});

test("marks the figure of a short answer where it stands once in the document", async ({ page }) => {
  await openReady(page);
  const [question] = readHeldOutQuestions(40).filter(
    ({ value, document }) => /^\d{3,}$/.test(value) && document.split(value).length === 2,
  );
  if (!question) throw new Error("The held-out set has no such case");
  await page.getByTestId("document-picker").setInputFiles({
    name: "case.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(question.document),
  });
  await expect(page.getByRole("list", { name: "Attached documents" })).toContainText("case.txt");
  const answer = await ask(page, question.question);
  await expect(answer).toContainText(question.value);
  await answer
    .getByRole("button", { name: /^Quotation/ })
    .first()
    .click();
  await expect.poll(() => painted(page, "cited")).toEqual([question.value]);
  const prose = answer.getByText(question.value);
  await expect(prose).toHaveText(new RegExp(`(^|\\D)${question.value}(\\D|$)`)); // the mark's number is no part of it
});

test("opens 2,000 pages, draws those near the window, and goes to any of them", async ({ page }) => {
  await openReady(page);
  const line = (number: number) => `Entry ${number}: the ledger of room ${number * 7} was read and signed.\n`;
  const pages = Array.from({ length: 2_000 }, (_, index) => line(index + 1).repeat(20));
  await page.getByTestId("document-picker").setInputFiles({
    name: "ledger.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(pages.join("\f")),
  });
  await page.getByRole("button", { name: /^ledger\.txt/ }).click();
  const ledger = page.getByRole("complementary", { name: "ledger.txt" });
  await expect(ledger.getByText("Entry 1:").first()).toBeVisible();
  const goTo = ledger.getByRole("textbox", { name: "Page" });
  await goTo.fill("1500");
  await goTo.press("Enter");
  await expect(ledger.getByText("Entry 1500:").first()).toBeInViewport();
  await expect(goTo).toHaveValue("1500");
  await ledger.getByRole("searchbox").fill("Room 13,993");
  await expect(ledger.getByText("No hits")).toBeVisible();
  await ledger.getByRole("searchbox").fill("ROOM  13993");
  await expect(ledger.getByRole("status").first()).toHaveText("1 of 20");
  await expect(ledger.getByText("Entry 1999:").first()).toBeInViewport();
  expect(await ledger.locator("p").count()).toBeLessThan(400);
});
