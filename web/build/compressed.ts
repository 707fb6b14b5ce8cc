import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

const worthIt = /\.(css|html|js|json|svg|wasm)$/;

async function isCompressed(file: string): Promise<boolean> {
  const [own, small] = await Promise.all([stat(file), stat(`${file}.br`).catch(() => null)]);
  return small !== null && small.mtimeMs >= own.mtimeMs;
}

async function compressAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !worthIt.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    if (await isCompressed(file)) continue; // by the build before, into the same folder
    const bytes = await readFile(file);
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(`${file}.br`, brotliCompressSync(bytes, { params: size }));
  }
}

/** Puts `name.br` beside each text and module, for servers that send what is already compressed. */
export function compressed(): Plugin {
  let folder = "";
  return {
    name: "supportcalc-compressed",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: { sequential: true, handler: () => compressAll(folder) },
  };
}
