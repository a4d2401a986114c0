// How it carries bodies, cuts and pauses is what every test of a download shows; here is what it will not do.
import { expect, it } from "vitest";
import { serveModel } from "../../../e2e/fault-client";
import { fetchFromAnywhere } from "./remote-fetch";

it("sends an address and a range, and of all else that was asked for nothing", async () => {
  const model = await serveModel({ byteLength: 3_000, seed: 5 });
  const response = await fetchFromAnywhere(model.url, {
    method: "POST",
    body: "what was said in a chat",
    headers: { Range: "bytes=10-19", "X-Chat": "what was said in a chat" },
    credentials: "include",
  });
  expect(response.status).toBe(206);
  expect(response.headers.get("Content-Range")).toBe("bytes 10-19/3000");
  expect((await response.arrayBuffer()).byteLength).toBe(10);
  const [request, ...others] = await model.requests();
  expect(others).toEqual([]);
  expect(request).toMatchObject({ method: "GET", range: "bytes=10-19" });
  expect(request?.headers).not.toContain("x-chat");
  expect(request?.headers).not.toContain("cookie");
});

it("asks no address that a model may not come from, and passes no other header on as a range", async () => {
  const model = await serveModel({ byteLength: 3_000, seed: 5 });
  for (const url of [
    "http://example.com/a.gguf",
    "https://user:word@example.com/a.gguf",
    "data:text/plain,a",
  ])
    await expect(fetchFromAnywhere(url, {})).rejects.toMatchObject({ name: "DownloadError" });
  const headers = { Range: "bytes=0-1, what was said in a chat" };
  await expect(fetchFromAnywhere(model.url, { headers })).rejects.toBeInstanceOf(TypeError);
  expect(await model.requests()).toEqual([]);
});

it("ends with the signal, before the answer and within it", async () => {
  const model = await serveModel({ byteLength: 3_000_000, seed: 5, bytesPerSecond: 100_000 });
  const controller = new AbortController();
  const { signal } = controller;
  const response = await fetchFromAnywhere(model.url, { signal });
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.byteLength).toBeGreaterThan(0);
  controller.abort(new Error("enough"));
  await expect(reader?.read().then(() => reader.read())).rejects.toThrow("enough");
  await expect(fetchFromAnywhere(model.url, { signal })).rejects.toThrow("enough");
});
