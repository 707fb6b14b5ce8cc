// Puts a .br and a .gz beside every file of a folder that gets smaller by it.
//
//   node tools/compress.mjs FOLDER
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressible = /\.(css|html|ics|js|json|map|mjs|svg|txt|wasm|webmanifest)$/;
const compressors = {
  '.br': (bytes) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  '.gz': (bytes) => gzipSync(bytes, { level: 9 }),
};

const folder = process.argv[2];
for (const name of await readdir(folder, { recursive: true })) {
  if (!compressible.test(name)) continue;
  const file = path.join(folder, name);
  const bytes = await readFile(file);
  for (const [extension, compress] of Object.entries(compressors)) {
    const compressed = compress(bytes);
    if (compressed.length < bytes.length) await writeFile(file + extension, compressed);
    else await rm(file + extension, { force: true });
  }
}
