// A Chromium with a profile on the disk and a process that a story can kill, as a crash or an empty battery would.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, expect, type Page } from "@playwright/test";
import { chromiumFlags } from "../scripts/chromium.mjs";

export interface KillableBrowser {
  readonly page: Page;
  /** Ends it at once; nothing in it gets to know. */
  kill(): Promise<void>;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
}

export async function launchKillable(profile: string, own = chromiumFlags()): Promise<KillableBrowser> {
  const portFile = join(profile, "DevToolsActivePort");
  for (const left of [portFile, join(profile, "SingletonLock")]) rmSync(left, { force: true });
  const flags = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, ...own];
  const executable = process.env.CHROME ?? chromium.executablePath();
  const child = spawn(executable, [...flags, "about:blank"], { stdio: "ignore", detached: true });
  const isListening = () => existsSync(portFile) && readFileSync(portFile, "utf8").includes("\n");
  await expect.poll(isListening, { timeout: 30_000 }).toBe(true);
  const [port] = readFileSync(portFile, "utf8").split("\n");
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (!page) throw new Error("Chromium opened no page");
  return {
    page,
    async kill() {
      // Detached, it leads a group that its renderers and GPU process belong to.
      if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
      else if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, "SIGKILL");
      await ended(child);
    },
  };
}
