// Puts the npm package together: build/npm, from packages/npm, the wasm module and the policies. Nothing in it depends on the
// machine or the hour, so two builds are the same.
//
//   node tools/build_npm.mjs
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

const root = new URL('../', import.meta.url);
const wasm = new URL(`${process.env.SUPPORTCALC_WASM_DIR ?? 'build/wasm'}/`, root);
const target = new URL('build/npm/', root);

const jsonNames = async (folder) => (await readdir(new URL(folder, root))).filter((name) => name.endsWith('.json')).sort();
const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

async function documentsIn(folder) {
  const names = await jsonNames(`policies/${folder}/`);
  return Promise.all(
    names.map(async (name) => {
      const value = JSON.parse(await readFile(new URL(`policies/${folder}/${name}`, root), 'utf8'));
      return { path: `${folder}/${name}`, text: JSON.stringify(value), value };
    }),
  );
}

// The text as JSON within JavaScript: JSON.stringify writes what both read alike.
function moduleOf(documents, before = '', spread = '') {
  const items = documents.map(({ path, text }) => `  { path: ${JSON.stringify(path)}, text: ${JSON.stringify(text)} },\n`);
  return `${before}export default [\n${spread}${items.join('')}];\n`;
}

const version = /project\(supportcalc VERSION (\d+\.\d+\.\d+)/.exec(await readFile(new URL('CMakeLists.txt', root), 'utf8'))?.[1];
if (!version) throw new Error('CMakeLists.txt does not say the version');

await rm(target, { recursive: true, force: true });
await mkdir(new URL('policies/', target), { recursive: true });
await cp(new URL('packages/npm/', root), target, { recursive: true });
const manifest = JSON.parse(await readFile(new URL('package.json', target), 'utf8'));
await writeFile(new URL('package.json', target), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
await copyFile(new URL('LICENSE', root), new URL('LICENSE', target));
await copyFile(new URL('wasm/index.d.ts', root), new URL('supportcalc.d.mts', target));
for (const name of ['supportcalc.mjs', 'supportcalc.wasm']) await copyFile(new URL(name, wasm), new URL(name, target));

const calendars = await documentsIn('calendars');
await writeFile(new URL('policies/calendars.js', target), moduleOf(calendars));
const folders = (await readdir(new URL('policies/', root), { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && !['calendars', 'schema'].includes(entry.name))
  .map(({ name }) => name)
  .sort();
const policies = [];
for (const folder of folders) {
  const documents = await documentsIn(folder);
  policies.push(...documents);
  const text = moduleOf(documents, "import calendars from './calendars.js';\n\n", '  ...calendars,\n');
  await writeFile(new URL(`policies/${folder}.js`, target), text);
}
await writeFile(
  new URL('policies/all.js', target),
  `import calendars from './calendars.js';\n${folders.map((name, index) => `import p${index} from './${name}.js';\n`).join('')}
const policies = [${folders.map((_, index) => `p${index}`).join(', ')}].flat().filter((document) => !calendars.includes(document));

export default [...calendars, ...policies];\n`,
);

const { default: createModule } = await import(new URL('supportcalc.mjs', target));
const module = await createModule({ wasm: await WebAssembly.compile(await readFile(new URL('supportcalc.wasm', target))) });
const provenance = {
  supportcalc: version,
  tzdata: JSON.parse(module.versions()).tzdata,
  policies: policies.map(({ path, text, value }) => ({
    path,
    policy: value.id,
    revision: value.revision,
    status: value.status,
    read_on: value.read_on ?? null,
    sources: value.sources.map(({ title, url, date }) => ({ title, url, date })),
    integrity: hashOf(text),
  })),
  calendars: calendars.map(({ path, text }) => ({ path, integrity: hashOf(text) })),
};
await writeFile(new URL('provenance.json', target), `${JSON.stringify(provenance, null, 2)}\n`);
console.log(`build/npm: supportcalc ${version}, ${policies.length} revisions, tzdata ${provenance.tzdata}`);
