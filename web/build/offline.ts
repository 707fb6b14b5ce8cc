import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

/** Files of `public/` that the page shows or hands out. */
const shown = ["example-tickets.csv", "favicon.svg"];

/** Tells the service worker which files the page is made of, and their common hash. */
export function offline(worker: string): Plugin {
  let publicDir = "";
  return {
    name: "supportcalc-offline",
    apply: "build",
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const own = bundle[worker];
        if (own?.type !== "chunk") throw new Error(`the build holds no ${worker}`);
        const hash = createHash("sha256");
        const files: string[] = [];
        const add = (name: string, content: string | Uint8Array): void => {
          hash.update(`${name}\0`).update(content);
          // The page is asked for by its folder.
          files.push(name === "index.html" ? "./" : `./${name}`);
        };
        for (const name of Object.keys(bundle).sort()) {
          const file = bundle[name];
          if (file && name !== worker) add(name, file.type === "chunk" ? file.code : file.source);
        }
        for (const name of shown) add(name, readFileSync(path.join(publicDir, name)));
        own.code = own.code
          .replace("__RELEASE__", JSON.stringify(hash.digest("hex").slice(0, 12)))
          .replace("__FILES__", JSON.stringify(files));
      },
    },
  };
}
