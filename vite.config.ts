// Build, development server, PWA and the two test projects: `unit` (Node) and `gpu` (Chromium with WebGPU).
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import type { ManifestTransform } from "workbox-build";
import packageJson from "./package.json" with { type: "json" };
import { nameBuild } from "./scripts/build-id.mjs";
import { chromiumFlags } from "./scripts/chromium.mjs";
import { firefox } from "./scripts/firefox-provider.mjs";
import { metaPolicy } from "./workers/service/policies.mjs";

/** Files beside the checkout that only maintainers and CI have: goldens and fixtures. */
const sharedFolder = fileURLToPath(new URL("../shared", import.meta.url));
const hasShared = existsSync(sharedFolder);
if (process.env.VITEST && process.env.CI && !hasShared) {
  throw new Error(`CI needs the shared goldens in ${sharedFolder}`);
}

let outDir = "dist";

/** For hosts that send no headers: the page's own policy stands in the page. */
const policyInPage: Plugin = {
  name: "policy-in-page",
  apply: "build",
  configResolved: (config) => {
    outDir = config.build.outDir;
  },
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy() },
      injectTo: "head-prepend",
    },
  ],
};

/** The service worker's browser compares what it installs with what was built. */
const addIntegrity: ManifestTransform = (entries) => ({
  manifest: entries.map((entry) => {
    const hash = createHash("sha256").update(readFileSync(join(outDir, entry.url)));
    return { ...entry, integrity: `sha256-${hash.digest("base64")}` };
  }),
});

/** Each worker's name says which policy its script is sent with. */
const nameWorker = ({ name, facadeModuleId }: { name: string; facadeModuleId: string | null }): string => {
  const [, folder] = /\/(\w+)\/worker\.ts$/.exec(facadeModuleId ?? "") ?? [];
  return `assets/${folder === undefined ? name : `${folder}-worker`}-[hash].js`;
};

export default defineConfig({
  base: "./",
  plugins: [
    policyInPage,
    react(),
    tailwindcss(),
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      manifest: false, // public/manifest.webmanifest is written by hand
      strategies: "injectManifest",
      srcDir: "workers/service",
      filename: "sw.ts",
      injectManifest: {
        rollupFormat: "iife",
        globPatterns: ["**/*.{js,mjs,css,html,svg,png,txt,webmanifest,wasm}"],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        manifestTransforms: [addIntegrity],
      },
    }),
  ],
  worker: { format: "es", rolldownOptions: { output: { entryFileNames: nameWorker } } },
  build: {
    target: "es2023",
    sourcemap: true,
    rolldownOptions: { input: ["index.html", "bench.html"] },
  },
  server: { fs: { allow: [".", sharedFolder] } },
  define: {
    __SHARED_FOLDER__: JSON.stringify(hasShared ? sharedFolder : ""),
    __APP_VERSION__: JSON.stringify(packageJson.version),
    __BUILD__: JSON.stringify(nameBuild(packageJson.version)),
  },
  optimizeDeps: {
    include: [
      ...["comlink", "hash-wasm", "idb-keyval", "@huggingface/jinja", "react", "react-dom/client"],
      ...["chardet", "fflate", "htmlparser2", "mammoth", "valibot", "zustand"],
      ...["pdfjs-dist/legacy/build/pdf.mjs", "pdfjs-dist/legacy/build/pdf.worker.mjs"],
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["{src,workers,shaders,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.{gpu,browser}.test.{ts,tsx}"],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "gpu",
          globalSetup: ["scripts/test-servers.ts"],
          include: ["{src,workers}/**/*.{gpu,browser}.test.{ts,tsx}"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false, // two cores, one software GPU
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
            provider: playwright({
              launchOptions: {
                ...(process.env.CHROME ? { executablePath: process.env.CHROME } : {}),
                args: chromiumFlags(),
              },
            }),
          },
        },
      },
      {
        extends: true,
        test: {
          name: "soak",
          include: ["soak/**/*.soak.test.ts"],
          testTimeout: 900_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
            provider: playwright({
              launchOptions: {
                ...(process.env.CHROME ? { executablePath: process.env.CHROME } : {}),
                args: [...chromiumFlags(), "--enable-precise-memory-info", "--js-flags=--expose-gc"],
              },
            }),
          },
        },
      },
      {
        extends: true,
        test: {
          name: "firefox",
          include: [
            "workers/inference/gpu/kernels/*.gpu.test.ts",
            "workers/inference/gpu/matrix.gpu.test.ts",
          ],
          exclude: ["**/*subgroup-matrix.gpu.test.ts"], // matrix units are Chromium's alone
          testTimeout: 60_000,
          maxWorkers: 3, // most of the time Firefox waits: it looks for results ten times a second
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: "firefox" }],
            provider: firefox(),
          },
        },
      },
    ],
  },
});
