// Who may import whom in web/src. Reads the sources; types count, since who reads a module has to read what its types are, too.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const root = new URL('../../web/src/', import.meta.url);

// Each folder imports from itself and from those before it:
// files       what is fetched: policies, the core's module, parts of the script
// words       catalogues and what is written with them
// state       what a visitor entered, and the answer to it
// components  what answer and entries are drawn from
// views       whole views beside the calculator
// widget      the element and the calculator in it
// page        what is around them in the project's own page
const order = ['files', 'words', 'state', 'components', 'views', 'widget', 'page'];

// Declarations for the compiler, imported by nobody.
const ambient = 'vite-env.d.ts';

async function importsOf(name) {
  const text = await readFile(new URL(name, root), 'utf8');
  // Every way to name another file: import, export from, import() and import types.
  const { importedFiles } = ts.preProcessFile(text, true, false);
  return importedFiles
    .map(({ fileName }) => fileName.replace(/\?.*$/, ''))
    .filter((file) => file.startsWith('.') && file.endsWith('.ts'))
    .map((file) => path.posix.normalize(path.posix.join(path.posix.dirname(name), file)));
}

const names = (await readdir(root, { recursive: true })).map((name) => name.replaceAll(path.sep, '/')).filter((name) => name.endsWith('.ts') && name !== ambient);
const imports = new Map(await Promise.all(names.map(async (name) => [name, await importsOf(name)])));
const folderOf = (name) => path.posix.dirname(name);

test('every file is in a folder of the design', () => {
  assert.ok(names.length > 0);
  assert.deepEqual(
    names.filter((name) => !order.includes(folderOf(name))),
    [],
  );
});

test('a folder imports from itself and from those before it', () => {
  const wrong = [...imports].flatMap(([name, others]) =>
    others.filter((other) => order.indexOf(folderOf(other)) > order.indexOf(folderOf(name))).map((other) => `${name} imports ${other}`),
  );
  assert.deepEqual(wrong, []);
});

test('no file imports itself by way of others', () => {
  const done = new Set();
  const circles = [];
  const visit = (name, way) => {
    if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(' -> '));
    if (way.includes(name) || done.has(name)) return;
    for (const other of imports.get(name) ?? []) visit(other, [...way, name]);
    done.add(name);
  };
  for (const name of names) visit(name, []);
  assert.deepEqual(circles, []);
});

// For whom, when and under what something holds, the core alone reads: results name the rows that do. So the types of documents
// leave these members out: in `files/policy.ts` they are lists of what there is, or texts, and no conditions.
const conditions = ['plans', 'severities', 'when', 'builds_on', 'in_force_from', 'in_force_until', 'promised'];

test('the types of policy documents have no conditions', async () => {
  const name = 'files/policy.ts';
  const source = ts.createSourceFile(name, await readFile(new URL(name, root), 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  let members = 0;
  const visit = (node) => {
    if (ts.isPropertySignature(node)) {
      members++;
      const [member, type] = [node.name.getText(), node.type.getText()];
      const isList = ['plans: Plan[]', 'severities: Severity[]'].includes(`${member}: ${type}`);
      if (conditions.includes(member) && type !== 'Text' && !isList) found.push(`${member}: ${type}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  assert.ok(members > 100);
  assert.deepEqual(found, []);
});
