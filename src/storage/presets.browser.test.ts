import { afterEach, expect, it } from "vitest";
import { deletePreset, listPresets, type Preset, savePreset } from "./presets";

const preset = (id: string, createdAt: number): Preset => ({
  id,
  name: id,
  instructions: "Be brief.",
  settings: { temperature: 0.2 },
  schema: null,
  createdAt,
});

afterEach(async () => {
  for (const { id } of await listPresets()) await deletePreset(id);
});

it("keeps presets, the oldest first, and forgets those deleted", async () => {
  await savePreset(preset("b", 2));
  await savePreset(preset("a", 1));
  await savePreset(preset("c", 2));
  expect((await listPresets()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  await savePreset({ ...preset("b", 2), schema: '{"type": "null"}' });
  await deletePreset("a");
  expect(await listPresets()).toEqual([{ ...preset("b", 2), schema: '{"type": "null"}' }, preset("c", 2)]);
});
