import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressed } from "./web/build/compressed.ts";
import { contentSecurityPolicy } from "./web/build/security.ts";
import { lit, noGlobals } from "./web/build/lit.ts";
import { policies } from "./web/build/policies.ts";
import { preload } from "./web/build/preload.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const wasm = process.env.SUPPORTCALC_WASM_DIR ?? here("build/wasm");

export default defineConfig({
  root: here("web"),
  publicDir: here("web/public"),
  // Relative, so that the folder works under any path of any host.
  base: "./",
  resolve: { alias: [{ find: "#wasm", replacement: `${wasm}/supportcalc.mjs` }, ...lit] },
  plugins: [noGlobals(), policies(here("policies")), contentSecurityPolicy(), preload(), compressed()],
  build: {
    outDir: process.env.SUPPORTCALC_DIST_DIR ?? here("dist"),
    emptyOutDir: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    // Files, not `data:` addresses and not scripts within the page: the content security policy allows neither.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
