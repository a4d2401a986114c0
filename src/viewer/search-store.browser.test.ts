import { expect, it } from "vitest";
import { useSearchStore } from "./search-store";

const document = {
  id: "d",
  name: "d.txt",
  pages: [{ number: 1, label: "1", text: "one pump, two pumps, three pumps" }],
};
const { start, step, reset } = useSearchStore.getState();
const current = () => {
  const { search } = useSearchStore.getState();
  return search.status === "found" ? search.current : search.status;
};

it("takes steps that are asked for before the hits are there, and those after", async () => {
  const found = start(document, "pump");
  step(1);
  await found;
  expect(current()).toBe(1);
  step(-1);
  step(-1);
  expect(current()).toBe(2);
  const again = start(document, "pumps");
  step(-1);
  await again;
  expect(current()).toBe(1);
  reset();
  step(1);
  expect(current()).toBe("none");
});
