import { copyFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

/** Puts type declarations beside the scripts they are for. */
export function types(files: Record<string, string>): Plugin {
  let folder = "";
  return {
    name: "supportcalc-types",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      handler() {
        for (const [name, source] of Object.entries(files)) copyFileSync(source, path.join(folder, name));
      },
    },
  };
}
