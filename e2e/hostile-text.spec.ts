// What others wrote stays text wherever the page shows it: answers, questions, names of documents, titles of chats, names of models,
// all of a file that is imported. Nothing is asked for, and a link waits for a click.
import { createHash } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { buildChat } from "./chat-records";
import { hostileTexts } from "./hostile-texts";
import { messageBox, messages } from "./story";
import { test } from "./test";
import { listen } from "./ways-out";

const CHATS = 3;

/** A file of chats in which every text, name and title is hostile. */
function buildArchive(texts: readonly string[]): string {
  const share = Math.ceil(texts.length / CHATS);
  const chats = Array.from({ length: CHATS }, (_, chat) => {
    const own = texts.slice(chat * share, (chat + 1) * share);
    const { conversation, messages: all } = buildChat(`hostile${chat}`, `${chat} ${own[0]}`, 2 * own.length);
    const filled = all.map(({ conversationId: _id, ...message }, index) => {
      const text = own[index >> 1] ?? "";
      return message.role === "assistant"
        ? { ...message, text, modelName: text.slice(0, 200) }
        : {
            ...message,
            text,
            documents: [{ id: "d".repeat(64), name: text, part: { kind: "whole" }, tokenCount: 3 }],
          };
    });
    return { ...conversation, messages: filled };
  });
  const documents = texts.slice(0, 60).map((text, index) => ({
    id: createHash("sha256").update(`${index} ${text}`).digest("hex"), // or it is refused
    name: text.slice(0, 200),
    format: "text",
    isPasted: false,
    pages: [{ number: 1, label: text.slice(0, 100), text: `${index} ${text}` }],
    warnings: [],
  }));
  return JSON.stringify({ format: "jamba-chats", version: 1, chats, documents });
}

/** What of the whole page could ask for something, lead somewhere or run. */
const findFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const loads =
      "iframe,frame,object,embed,img,picture,source,video,audio,track,base,form[action],area,applet,portal,style,image,feImage,use,foreignObject";
    const faults = [...document.querySelectorAll(loads)].map(({ outerHTML }) => outerHTML.slice(0, 120));
    const inHead = document.querySelectorAll("body :is(script, link, meta)");
    faults.push(...[...inHead].map(({ outerHTML }) => outerHTML.slice(0, 120)));
    for (const element of document.body.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        const isHandler = /^on/i.test(name);
        const isAddress =
          /^(src|srcset|srcdoc|action|formaction|ping|background|poster|data|xlink:href)$/i.test(name);
        const isStyle = name === "style" && /url|image-set|@import/i.test(value);
        if (isHandler || isAddress || isStyle)
          faults.push(`${element.localName} ${name}=${value.slice(0, 80)}`);
      }
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>("[href]:is(body *)")) {
      const { protocol, target, rel, origin } = link;
      const isOwn = origin === location.origin && !link.closest("[role=log]");
      const isSafe = /^(https?|mailto):$/.test(protocol) && target === "_blank" && /noopener/.test(rel);
      if (!isOwn && !isSafe) faults.push(link.outerHTML.slice(0, 120));
    }
    return faults;
  });

test("keeps 200 hostile texts text, as answers, names, titles and a file of chats [X2]", async ({ page }) => {
  const listener = await listen();
  const texts = hostileTexts(listener.at.url);
  expect(texts.length).toBeGreaterThan(200);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.route("**/*.gguf", (route) => route.abort()); // no model is needed to read
  await page.goto("/");
  await expect(messageBox(page)).toBeVisible();
  const address = page.url();

  await page.getByRole("button", { name: "List of chats" }).first().click();
  await page.getByRole("menuitem", { name: "Import chats" }).click();
  const buffer = Buffer.from(buildArchive(texts));
  await page
    .getByTestId("chats-picker")
    .setInputFiles({ name: "<img src=x onerror=alert(1)>.json", mimeType: "application/json", buffer });
  await expect(page.getByText(`${CHATS} chats imported`)).toBeVisible();

  const rows = page.getByRole("navigation").getByRole("button", { name: /^[0-2] / });
  await expect(rows).toHaveCount(CHATS);
  for (let chat = 0; chat < CHATS; chat += 1) {
    await rows.nth(chat).click();
    await expect.poll(() => messages(page).count()).toBeGreaterThan(100);
    expect(await findFaults(page), `chat ${chat}`).toEqual([]);
  }
  await page.getByRole("button", { name: "Documents", exact: true }).first().click();
  await expect(page.getByRole("dialog", { name: "Documents" })).toBeVisible();
  expect(await findFaults(page), "library").toEqual([]);

  expect(listener.arrivals()).toEqual([]);
  expect(listener.connections()).toBe(0);
  expect(dialogs).toEqual([]);
  expect(page.url().replace(/#chat=.*$/, "")).toBe(address);
  expect(page.context().pages()).toHaveLength(1);
  listener.close();
});
