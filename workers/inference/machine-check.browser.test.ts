import { expect, it } from "vitest";
import { MachineChecker } from "./machine-check";

it("measures bandwidth and arithmetic, and asks no memory of a CPU", async () => {
  const check = await new MachineChecker(navigator.gpu).check(7);
  expect(check?.gigabytesPerSecond).toBeGreaterThan(0);
  expect(check?.teraflopsPerSecond).toBeGreaterThan(0);
  expect([check?.roomBytes, check?.isRoomAtLeast]).toEqual([null, false]);
});

it("gives way when it is told to, and can be asked again", async () => {
  const checker = new MachineChecker(navigator.gpu);
  const stopped = checker.check(0);
  await checker.stop();
  expect(await stopped).toBeNull();
  expect(await checker.check(0)).not.toBeNull();
});

it("says where there is no GPU", async () => {
  await expect(new MachineChecker(undefined).check(0)).rejects.toMatchObject({
    name: "WebGpuUnavailableError",
  });
});
