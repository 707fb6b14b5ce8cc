// The widget: the calculator in files of its own, and the two entries that load them. Built after the page, into the same folder.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressed } from "./web/build/compressed.ts";
import { deployment } from "./web/build/deployment.ts";
import { templateBlanks } from "./web/build/template-blanks.ts";
import { noGlobals } from "./web/build/lit-globals.ts";
import { languages } from "./web/build/languages.ts";
import { policyNames } from "./web/build/policies.ts";
import { strings } from "./web/build/strings.ts";
import { types } from "./web/build/types.ts";
import { variants } from "./web/build/variants.ts";
import { entries } from "./web/build/widget.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const wasm = process.env.SUPPORTCALC_WASM_DIR ?? here("build/wasm");
const version = /project\(supportcalc VERSION ([\d.]+)/.exec(readFileSync(here("CMakeLists.txt"), "utf8"))?.[1] ?? "";

export default defineConfig({
  root: here("web"),
  publicDir: false,
  base: "./",
  resolve: {
    alias: [
      { find: "#wasm-checks", replacement: `${wasm}/supportcalc.mjs` },
      { find: "#wasm", replacement: `${wasm}/supportcalc-page.mjs` },
      { find: /^#module-checks/, replacement: `${wasm}/supportcalc.wasm` },
      { find: /^#module/, replacement: `${wasm}/supportcalc-page.wasm` },
    ],
  },
  plugins: [
    noGlobals(),
    templateBlanks(),
    policyNames(here("policies"), process.env.SUPPORTCALC ?? here("build/release/supportcalc")),
    languages(here("web/strings")),
    strings(here("web/strings"), { first: [here("web/src/widget/start.ts")], details: [here("web/src/components/details.ts")] }),
    entries({ widget: here("web/src/widget/widget-entry.ts"), element: here("web/src/widget/element-entry.ts") }),
    types({
      "element.d.ts": here("packages/widget/element.d.ts"),
      "widget.d.ts": here("packages/widget/widget.d.ts"),
      "calculator.d.ts": here("wasm/index.d.ts"),
    }),
    variants(here("web/variants"), process.env.SUPPORTCALC_ORIGIN ?? "https://calculator.example/", version, [here("docs/examples/acorn.json")], here("web/strings")),
    compressed(),
    deployment(),
  ],
  build: {
    outDir: process.env.SUPPORTCALC_DIST_DIR ?? here("dist"),
    emptyOutDir: false,
    target: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    minify: "terser",
    terserOptions: { ecma: 2020, compress: { passes: 3 } },
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { calculator: here("web/src/widget/start.ts") },
      preserveEntrySignatures: "allow-extension", // what comes later may use it, too
      output: { entryFileNames: "assets/[name]-[hash].js" },
    },
  },
});
