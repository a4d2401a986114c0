// Servers that browser tests talk to; Vitest starts them before the `gpu` project and hands their addresses over.
import type { TestProject } from "vitest/node";
import { startFaultServer } from "../e2e/fault-server";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startFaultServer();
  project.provide("faultServerUrl", server.url);
  return () => server.close();
}
