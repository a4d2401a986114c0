// Parts of the page that are fetched: on the page at once when they are here already, and never exchanged once they are.
import { Suspense, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fetched } from "./fetched";

let root: Root;
let box: HTMLElement;

beforeEach(() => {
  box = document.createElement("div");
  root = createRoot(box);
});
afterEach(() => root.unmount());

let nextVisit = 0;

function Part({ text }: { readonly text: string }) {
  const [visit] = useState(() => nextVisit++);
  return `${text} ${visit}`;
}

it("draws what is here without its fallback, and keeps what it drew while it waited", async () => {
  nextVisit = 0;
  const Fetched = fetched(() => Promise.resolve(Part));
  const element = (key: string, text: string) => (
    <Suspense fallback="waits">
      <Fetched key={key} text={text} />
    </Suspense>
  );
  const show = (key: string, text: string): void => flushSync(() => root.render(element(key, text)));
  show("a", "first");
  expect(box.textContent).toBe("waits");
  await expect.poll(() => box.textContent).toBe("first 0");
  Fetched.fetch();
  await Promise.resolve();
  show("a", "again");
  expect(box.textContent).toBe("again 0");
  show("b", "other");
  expect(box.textContent).toBe("other 1");
});

it("is on the page at once when it was fetched before, and tries again what could not be fetched", async () => {
  nextVisit = 0;
  let calls = 0;
  const Fetched = fetched(() =>
    calls++ === 0 ? Promise.reject(new Error("offline")) : Promise.resolve(Part),
  );
  Fetched.fetch();
  Fetched.fetch();
  await expect.poll(() => calls).toBe(2);
  await Promise.resolve();
  flushSync(() =>
    root.render(
      <Suspense fallback="waits">
        <Fetched text="here" />
      </Suspense>,
    ),
  );
  expect(box.textContent).toBe("here 0");
});
