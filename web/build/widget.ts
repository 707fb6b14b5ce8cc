import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import type { Manifest } from "../src/widget/release.ts";

export function hashOf(bytes: Uint8Array): string {
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}

// What a chunk needs besides itself and what is there already.
function scriptsOf(bundle: Rolldown.OutputBundle, chunk: Rolldown.OutputChunk, found = new Set<string>()): Set<string> {
  found.add(chunk.fileName);
  for (const name of chunk.imports) {
    const needed = bundle[name];
    if (needed?.type === "chunk" && !found.has(name)) scriptsOf(bundle, needed, found);
  }
  return found;
}

function manifestOf(folder: string, bundle: Rolldown.OutputBundle): Manifest {
  const manifest: Manifest = { parts: {}, hashes: {} };
  const files = new Set<string>();
  const app = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
  const present = app?.type === "chunk" ? scriptsOf(bundle, app) : new Set<string>();
  for (const file of Object.values(bundle)) {
    files.add(file.fileName);
    if (file.type !== "chunk" || !(file.isEntry || file.isDynamicEntry)) continue;
    const scripts = [...scriptsOf(bundle, file)];
    manifest.parts[file.isEntry ? "app" : file.name] = file.isEntry ? scripts : scripts.filter((name) => !present.has(name));
  }
  for (const name of readdirSync(path.join(folder, "policies"), { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".json")) files.add(`policies/${name.replaceAll(path.sep, "/")}`);
  }
  for (const name of [...files].sort()) manifest.hashes[name] = hashOf(readFileSync(path.join(folder, name)));
  return manifest;
}

/**
 * Builds the entries of the widget, one file each and nothing beside it, with the hashes of all that they load later. The page
 * is built before: its policies are the widget's.
 */
export function entries(sources: Record<string, string>): Plugin {
  let folder = "";
  let target: Rolldown.OutputBundle = {};
  return {
    name: "supportcalc-entries",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    writeBundle(_options, bundle) {
      target = bundle;
    },
    closeBundle: {
      order: "pre",
      sequential: true,
      async handler() {
        const manifest = JSON.stringify(manifestOf(folder, target));
        for (const [name, source] of Object.entries(sources)) {
          await build({
            configFile: false,
            publicDir: false,
            logLevel: "warn",
            base: "./",
            define: { MANIFEST: manifest },
            build: {
              outDir: folder,
              emptyOutDir: false,
              target: ["chrome123", "firefox120", "safari17.5"],
              modulePreload: false,
              reportCompressedSize: false,
              rolldownOptions: {
                input: { [name]: source },
                preserveEntrySignatures: "strict",
                output: { entryFileNames: "[name].js", codeSplitting: false },
              },
            },
          });
        }
      },
    },
  };
}
