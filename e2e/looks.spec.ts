// The states that a reader meets, compared with their pictures: empty, loading, streaming and offline. The state of an error is in
// no-webgpu.spec.ts.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { chatOf, storeChats } from "./chat-records";
import { expectLooks, whyNotCompared } from "./looks";
import { expectReady, messageBox, messages, sampleGreedily, sendButton } from "./story";
import { test } from "./test";

const EARLIER_ANSWER = `The council met twice in March. **Three matters** were settled:

1. The bridge by the mill opens on 4 April.
2. The school gets a second teacher; see [the register](https://example.com/register).
3. The smith's bill goes back to him.

| Item | Cost |
| :-- | --: |
| Lamps | 420 |
| Stone | 9,100 |

\`\`\`sh
total --of lamps,stone
\`\`\`

> The rest of the day went to the accounts.`;

test.beforeEach(({ browser }) => {
  const reason = whyNotCompared(browser);
  if (reason !== null) console.log(reason);
  test.skip(reason !== null, reason ?? "");
});

/** The worker's last word, that an answer has ended, does not reach the page: all has been written, and it still streams. */
async function keepStreaming(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const listen = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function (
      this: Worker,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: AddEventListenerOptions | boolean,
    ) {
      const filtered = (event: Event): void => {
        const isEnd = event instanceof MessageEvent && event.data?.value?.finishReason !== undefined;
        if (isEnd || listener === null) return;
        if (typeof listener === "function") listener.call(this, event);
        else listener.handleEvent(event);
      };
      listen.call(this, type, filtered, options);
    };
  });
}

test("looks as it should when empty and while an answer streams", async ({ page }) => {
  await sampleGreedily(page);
  await keepStreaming(page);
  await page.goto("/");
  await storeChats(page, [
    chatOf("council", "What did the council decide?", ["What did the council decide?", EARLIER_ANSWER]),
  ]);
  await page.reload();
  await expectReady(page);
  await expectLooks(page, "empty");

  await page.goto("/#chat=council");
  await expectReady(page);
  await messageBox(page).fill("Hello!");
  await sendButton(page).click();
  await expect(messages(page).last()).toContainText("Paste a document and ask me about it.", {
    timeout: 60_000,
  });
  await expectLooks(page, "streaming");
});

const MODEL = fileURLToPath(new URL("../public/models/jamba-tiny-q4_k_m.gguf", import.meta.url));
const TRICKLE_MS = 2_000;

/** Sends three fifths of the model, and then a byte at a time for as long as anyone listens. */
async function serveSlowly(): Promise<Server> {
  const bytes = readFileSync(MODEL);
  const server = createServer((_request, response) => {
    let sent = Math.floor(bytes.byteLength * 0.6);
    response.writeHead(206, {
      "Content-Length": bytes.byteLength,
      "Content-Range": `bytes 0-${bytes.byteLength - 1}/${bytes.byteLength}`,
      "Content-Type": "application/octet-stream",
    });
    response.write(bytes.subarray(0, sent));
    const trickle = setInterval(() => response.write(bytes.subarray(sent, ++sent)), TRICKLE_MS);
    response.on("close", () => clearInterval(trickle));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

test("looks as it should while the model comes, and when the network goes meanwhile", async ({
  page,
  context,
}) => {
  const server = await serveSlowly();
  const { port } = server.address() as AddressInfo;
  await context.route("**/*.gguf", (route) => route.continue({ url: `http://127.0.0.1:${port}/model` }));
  await page.goto("/");
  await expect(page.getByText("60 %")).toBeVisible();
  await expectLooks(page, "loading");

  await context.setOffline(true);
  server.closeAllConnections();
  await expect(page.getByText(/no network/i)).toBeVisible();
  await expectLooks(page, "offline");
  server.close();
});
