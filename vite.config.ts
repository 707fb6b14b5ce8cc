import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressed } from "./web/build/compressed.ts";
import { prefetch } from "./web/build/prefetch.ts";
import { contentSecurityPolicy } from "./web/build/security.ts";
import { templateBlanks } from "./web/build/template-blanks.ts";
import { noGlobals } from "./web/build/lit-globals.ts";
import { offline } from "./web/build/offline.ts";
import { languages } from "./web/build/languages.ts";
import { policies, policyNames } from "./web/build/policies.ts";
import { stated } from "./web/build/stated.ts";
import { strings } from "./web/build/strings.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const command = process.env.SUPPORTCALC ?? here("build/release/supportcalc");
const wasm = process.env.SUPPORTCALC_WASM_DIR ?? here("build/wasm");

export default defineConfig({
  root: here("web"),
  publicDir: here("web/public"),
  // Relative, so that the folder works under any path of any host.
  base: "./",
  resolve: {
    alias: [
      { find: "#wasm-reports", replacement: `${wasm}/supportcalc-reports.mjs` },
      { find: "#wasm", replacement: `${wasm}/supportcalc-page.mjs` },
      { find: /^#module-reports/, replacement: `${wasm}/supportcalc-reports.wasm` },
      { find: /^#module/, replacement: `${wasm}/supportcalc-page.wasm` },
    ],
  },
  plugins: [
    noGlobals(),
    templateBlanks(),
    policies(here("policies"), here("web/strings"), command),
    policyNames(here("policies"), command),
    languages(here("web/strings")),
    stated(here("policies"), here("web/strings"), command),
    strings(here("web/strings"), {
      first: [here("web/src/page/main.ts")],
      details: [here("web/src/components/details.ts")],
      reports: [here("web/src/views/compare.ts"), here("web/src/views/audit.ts")],
    }),
    prefetch(here("web/src/page/prefetch.ts"), here("web/strings")),
    contentSecurityPolicy(),
    offline("offline.js"),
    compressed(),
  ],
  worker: { format: "es" },
  build: {
    outDir: process.env.SUPPORTCALC_DIST_DIR ?? here("dist"),
    emptyOutDir: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    // Files, not `data:` addresses: the content security policy forbids those.
    assetsInlineLimit: 0,
    minify: "terser",
    terserOptions: { ecma: 2020, compress: { passes: 3 } },
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { page: here("web/index.html"), offline: here("web/offline/worker.ts") },
      output: {
        // A service worker reigns over the folder it lies in, and is known by its name.
        entryFileNames: ({ name }) => (name === "offline" ? "offline.js" : "assets/[name]-[hash].js"),
        // Most of it runs at once: Chromium then compiles it while it arrives, not function by function when they are called.
        postBanner: ({ name }) => (name === "page" ? "//# allFunctionsCalledOnLoad" : ""),
      },
    },
  },
});
