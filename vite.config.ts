// Build, development server, PWA and the two test projects: `unit` (Node) and `gpu` (Chromium with WebGPU).
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import packageJson from "./package.json" with { type: "json" };
import { chromiumFlags } from "./scripts/chromium.mjs";

/** Files beside the checkout that only maintainers and CI have: goldens and fixtures. */
const sharedFolder = fileURLToPath(new URL("../shared", import.meta.url));
const hasShared = existsSync(sharedFolder);
if (process.env.VITEST && process.env.CI && !hasShared) {
  throw new Error(`CI needs the shared goldens in ${sharedFolder}`);
}

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    tailwindcss(),
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      manifest: false, // public/manifest.webmanifest is written by hand
      workbox: {
        // Weights live in IndexedDB and never pass through the service worker.
        globPatterns: ["**/*.{js,mjs,css,html,svg,png,webmanifest,wasm}"],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        cleanupOutdatedCaches: true,
        ignoreURLParametersMatching: [/./], // bench.html takes some, and is the same page
        importScripts: ["./share-target.js"],
        globIgnores: ["share-target.js"], // a part of the service worker
        clientsClaim: true, // a page open before the first install still works offline when reloaded
      },
    }),
  ],
  worker: { format: "es" },
  build: {
    target: "es2023",
    sourcemap: true,
    rolldownOptions: { input: ["index.html", "bench.html"] },
  },
  server: { fs: { allow: [".", sharedFolder] } },
  define: {
    __SHARED_FOLDER__: JSON.stringify(hasShared ? sharedFolder : ""),
    __APP_VERSION__: JSON.stringify(packageJson.version),
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
    ],
  },
});
