import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import type { Files, Manifest } from "../src/widget/release.ts";

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

// Such parts are loaded before the first answer, and so are the documents in the folder `first`.
const isFirst = (name: string): boolean => name === "app" || name.endsWith("-first");

function manifestOf(folder: string, bundle: Rolldown.OutputBundle): Manifest {
  const first: Files = { parts: {}, hashes: {} };
  const later: Files = { parts: {}, hashes: {} };
  const add = (files: Files, name: string): void => {
    files.hashes[name] = hashOf(readFileSync(path.join(folder, name)));
  };
  const app = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
  const present = app?.type === "chunk" ? scriptsOf(bundle, app) : new Set<string>();
  const scripts: Rolldown.OutputChunk[] = [];
  for (const file of Object.values(bundle)) {
    if (file.type === "chunk") scripts.push(file);
    else add(file.fileName.startsWith("assets/supportcalc-page-") ? first : later, file.fileName); // a module
  }
  for (const script of scripts) {
    if (!script.isEntry && !script.isDynamicEntry) continue;
    const part = script.isEntry ? "app" : script.name;
    const needed = [...scriptsOf(bundle, script)];
    const files = isFirst(part) ? first : later;
    files.parts[part] = script.isEntry ? needed : needed.filter((name) => !present.has(name));
    for (const name of files.parts[part]) add(files, name);
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const own = name.replaceAll(path.sep, "/");
    if (/^first\/.*\.json$/.test(own)) add(first, own);
    else if (/^policies\/(?!schema\/).*\.(json|html)$/.test(own)) add(later, own);
  }

  const text = JSON.stringify(later);
  const name = `assets/later-${createHash("sha256").update(text).digest("base64url").slice(0, 8)}.json`;
  writeFileSync(path.join(folder, name), text);
  add(first, name);
  return { ...first, later: name };
}

/**
 * Builds the entries of the widget, one file each and nothing beside it, with the hashes of all that they load until the first
 * answer and of the file with the other hashes. The page is built before: its policies are the widget's.
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
