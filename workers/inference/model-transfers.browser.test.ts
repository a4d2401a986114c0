// Who asks for a model that is on its way joins that download.
import { expect, it } from "vitest";
import { serveModel } from "../../e2e/fault-client";
import { ModelTransfers } from "./model-transfers";
import { deleteModel, listModels } from "./store/model-store";

it("fetches a model once for two tabs, and tells both how far it is [F17]", async () => {
  const served = await serveModel({ byteLength: 400_000, seed: 5, bytesPerSecond: 1_000_000 });
  const transfers = new ModelTransfers(async () => undefined);
  const phases: [Set<string>, Set<string>] = [new Set(), new Set()];
  const source = { kind: "url", url: served.url } as const;
  const [one, other] = await Promise.all(
    phases.map((heard) => transfers.download(source, ({ phase }) => heard.add(phase))),
  );
  expect(one?.outcome).toBe("complete");
  expect(other).toEqual(one);
  expect(phases[1]).toContain("downloading");
  expect((await listModels()).filter(({ url }) => url === served.url)).toHaveLength(1);
  await deleteModel(one?.model?.id ?? "");
  const ranges = await served.ranges();
  expect(new Set(ranges).size).toBe(ranges.length);
});
