// Keys alone: the way through the page, panels that close and give the focus back, and a deletion that is taken back.
import { expect, type Locator, type Page } from "@playwright/test";
import { chatOf, storeChats } from "./chat-records";
import { expectReady, messageBox, messages, openReady } from "./story";
import { test } from "./test";

const CHATS = [
  chatOf("council", "Council", ["What did the council decide?", "The bridge opens on 4 April."]),
  chatOf("harbour", "Harbour", ["Is it open?", "The harbour is closed."], { age: 1_000 }),
];

async function openChat(page: Page): Promise<void> {
  await openReady(page);
  await storeChats(page, CHATS);
  await page.goto("/#chat=council");
  await page.reload();
  await expectReady(page);
  await expect(messages(page)).toHaveCount(2);
  await expect(messageBox(page)).toBeFocused();
}

/** What has the focus, by its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    if (active === null || active === document.body) return "";
    if (active.querySelector("[role=log]")) return "Conversation"; // by the arrow keys it scrolls
    return (active.getAttribute("aria-label") ?? active.textContent ?? "").trim();
  });

test("goes by Tab from the composer through its buttons, the sidebar, the header and the messages", async ({
  page,
}) => {
  await openChat(page);
  await expect(page.getByRole("button", { name: /^Window: .* used$/ })).toBeVisible(); // once it has been counted
  const way: string[] = [];
  while (way.length < 60 && way.at(-1) !== "Message") {
    await page.keyboard.press("Tab");
    way.push(await focused(page));
  }
  const composer = ["Attach document", "Chat options", /^Window: .* used$/];
  const sidebar = ["New chat", "List of chats", "Search chats"];
  const row = (title: string) => [title, `More for ${title}`, `Delete ${title}`];
  const foot = ["Documents", "Settings", "Keyboard shortcuts"];
  const header = ["Show or hide the sidebar", /Jamba Tiny/, /^Not locked/];
  const question = ["Copy message", "Edit message", "More"];
  const answer = ["Copy answer", "Regenerate", "Edit answer", "More"];
  const wanted = [
    ...[...composer, ...sidebar, ...row("Council"), ...row("Harbour"), ...foot, ...header],
    ...["Conversation", ...question, ...answer, "Message"],
  ];
  expect(way.filter((name) => name !== "")).toEqual(
    wanted.map((name) => (typeof name === "string" ? name : expect.stringMatching(name))),
  );
});

/** Opens by Enter on the button, closes by Esc; the focus is inside meanwhile, and on the button again afterwards. */
async function expectWayBack(page: Page, opener: Locator, panel: Locator): Promise<void> {
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(panel).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(panel.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
}

async function openMenu(button: Locator): Promise<void> {
  await button.press("Enter");
  await expect(button.page().getByRole("menuitem").first()).toBeFocused();
}

test("closes every panel by Esc and gives the focus back", async ({ page }) => {
  await openChat(page);
  const button = (name: string | RegExp) => page.getByRole("button", { name }).first();
  const dialog = (name: string | RegExp) => page.getByRole("dialog", { name });
  await expectWayBack(page, button(/^Models/), dialog("Models"));
  await expectWayBack(page, button(/^Not locked/), dialog("What leaves this device"));
  await expectWayBack(page, button("Documents"), dialog("Documents"));
  await expectWayBack(page, button("Settings"), dialog("Settings"));
  await expectWayBack(page, button("Keyboard shortcuts"), dialog("Keyboard shortcuts"));
  await expectWayBack(page, button("Chat options"), dialog("Chat options"));

  // By its keys from where one writes
  for (const [keys, name] of [
    ["Control+,", "Settings"],
    ["Control+/", "Keyboard shortcuts"],
  ] as const) {
    await messageBox(page).focus();
    await page.keyboard.press(keys);
    await expect(dialog(name)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog(name)).toHaveCount(0);
    await expect(messageBox(page)).toBeFocused();
  }

  // What has nothing to go to by Tab
  const ring = button(/^Window: /);
  await ring.focus();
  await page.keyboard.press("Enter");
  await expect(dialog("What fills the window")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog("What fills the window")).toBeHidden();
  await expect(ring).toBeFocused();

  // Through a menu
  const menu = button("List of chats");
  for (const [steps, name] of [
    [1, "Export 2 chats"],
    [2, "Import chats"],
  ] as const) {
    await openMenu(menu);
    for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(dialog(name)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog(name)).toHaveCount(0);
    await expect(menu).toBeFocused();
  }

  // By its button
  await button("Settings").press("Enter");
  await dialog("Settings").getByRole("button", { name: "Close" }).press("Enter");
  await expect(dialog("Settings")).toHaveCount(0);
  await expect(button("Settings")).toBeFocused();

  // From one panel to another
  await button("Settings").focus();
  await page.keyboard.press("Enter");
  await dialog("Settings").getByRole("button", { name: "See what is stored" }).press("Enter");
  await expect(dialog("Storage")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog("Storage")).toHaveCount(0);
  await expect(button("Settings")).toBeFocused();

  // Several chats at once
  await openMenu(menu);
  await page.keyboard.press("Enter");
  await expect(page.getByText("0 selected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("0 selected")).toHaveCount(0);
});

test("takes a deletion back by Ctrl+Z, and only words where some are written", async ({ page }) => {
  await openChat(page);
  const chats = page.getByRole("navigation", { name: "Conversations" });
  await page.keyboard.press("Control+Shift+D");
  await expect(page.getByText("Chat deleted.")).toBeVisible();
  await expect(messages(page)).toHaveCount(0);
  await expect(messageBox(page)).toBeFocused();

  await page.keyboard.type("a word");
  await page.keyboard.press("Control+z");
  await expect(messages(page)).toHaveCount(0);
  await messageBox(page).fill("");
  await page.keyboard.press("Control+z");
  await expect(messages(page)).toHaveCount(2);
  await expect(page.getByText("Chat deleted.")).toHaveCount(0);

  await chats.getByRole("button", { name: "Delete Harbour" }).press("Enter");
  await expect(chats.getByRole("button", { name: "Harbour", exact: true })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(chats.getByRole("button", { name: "Harbour", exact: true })).toBeVisible();
});
