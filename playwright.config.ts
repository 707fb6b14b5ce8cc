import { defineConfig } from "@playwright/test";
import { chromiumFlags, chromiumPath } from "./tools/browser.mjs";

const { CI, PICTURES } = process.env;

export default defineConfig({
  testDir: "tests/web",
  // Takes pictures for the docs and tests nothing.
  testIgnore: PICTURES === undefined ? ["**/pictures.spec.ts"] : [],
  forbidOnly: CI !== undefined,
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Asia/Tokyo",
    // Keeping a copy for offline use would only slow the tests down; offline.spec.ts allows it.
    serviceWorkers: "block",
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: chromiumPath,
      args: chromiumFlags,
    },
  },
});
