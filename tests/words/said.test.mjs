// Which part of a catalogue a key comes with follows from what modules name and import.
import './typescript.mjs';

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

const { partsOf } = await import('../../web/build/strings.ts');

const sources = {
  'start.ts': `
    import { due } from "./due.ts";
    import type { Late } from "./late.ts";
    export { level } from "./level.ts";
    export type { Later } from "./late.ts";
    export const details = () => import("./late.ts");
    // say("comment.key")
    export const title = (words, busy) => words.say(busy ? "title.busy" : "title.idle");`,
  'due.ts': 'export const due = (words, id) => words.say(`due.${id}`) + words.word("kind", id) + `${id}.px`;',
  'level.ts': 'const key = "level.one"; export const level = (words, form) => words.say(key) + words.say(`span-${form}.days`);',
  'late.ts': 'export const late = (words) => words.say("late.after") + words.say("title.idle");',
};

let folder = '';
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'said-'));
  for (const [name, text] of Object.entries(sources)) writeFileSync(path.join(folder, name), text);
});
after(() => rmSync(folder, { recursive: true }));

const parts = () => ({ first: [path.join(folder, 'start.ts')], details: [path.join(folder, 'late.ts')] });

test('a key belongs to the first part whose modules name it', () => {
  const keys = ['title.busy', 'title.idle', 'due.now', 'due.late.at', 'kind.update', 'level.one', 'span-dative.days', 'late.after'];
  assert.deepEqual(Object.fromEntries(partsOf(keys, parts())), {
    'title.busy': 'first',
    'title.idle': 'first',
    'due.now': 'first',
    'due.late.at': 'first',
    'kind.update': 'first',
    'level.one': 'first',
    'span-dative.days': 'first',
    'late.after': 'details',
  });
});

test('what no module names is in no part', () => {
  assert.deepEqual([...partsOf(['comment.key', 'kinds.update', 'level.two', 'px'], parts())], []);
});
