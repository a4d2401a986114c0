import * as Comlink from "comlink";
import { expect, it } from "vitest";
import { NoModelError, StorageFullError } from "./errors";
import { carryFigures } from "./thrown";

it("brings an error's figures to the page, and an error without figures as it is", async () => {
  carryFigures();
  const { port1, port2 } = new MessageChannel();
  const api = {
    fill: (): void => {
      throw new StorageFullError(5, 7);
    },
    ask: (): void => {
      throw new NoModelError();
    },
  };
  Comlink.expose(api, port1);
  const page = Comlink.wrap<typeof api>(port2);
  const full = await page.fill().catch((error: unknown) => error);
  expect(full).toBeInstanceOf(Error);
  expect(full).toMatchObject({ name: "StorageFullError", figures: { missingBytes: 5, keptBytes: 7 } });
  const none = await page.ask().catch((error: unknown) => error);
  expect(none).toMatchObject({ name: "NoModelError", message: "No model is loaded. Load one first." });
  expect(none).not.toHaveProperty("figures");
  port1.close();
});
