// docs/policy-authoring.md: the file it shows is the file that is tested, and what it says commands print is printed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command } from '../support/command.mjs';
import { readText } from './support.mjs';

const page = readText('docs/policy-authoring.md');
const complete = readText('docs/examples/acorn.json');
const blocks = (language) => [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map((match) => match[1]);

test('the whole file at the end is docs/examples/acorn.json', () => {
  assert.equal(blocks('json').at(-1), complete);
});

test('each snippet of a policy stands in the whole file', () => {
  const whole = complete.replace(/\s+/g, '');
  const [, ...snippets] = blocks('json').slice(0, -1);
  for (const snippet of snippets) {
    assert.ok(whole.includes(snippet.replace(/\s+/g, '')), snippet);
  }
});

test('the guide shows every question and answer as customers read it', () => {
  const words = JSON.parse(readText('web/strings/en.json'));
  const { facets } = JSON.parse(readText('core/vocabulary.json'));
  for (const [facet, { words: answers }] of Object.entries(facets)) {
    const row = page.split('\n').find((line) => line.includes(`| \`${facet}\` |`)).replaceAll('’', "'");
    assert.ok(row.includes(`| ${words[`facet.${facet}`].replaceAll('’', "'")} |`), facet);
    for (const answer of Object.keys(answers)) {
      assert.ok(row.includes(`\`${answer}\`: ${words[`facet.${facet}.${answer}`]}`), `${facet} ${answer}`);
    }
  }
});

test('the commands print what the page says', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'supportcalc-authoring-'));
  try {
    mkdirSync(path.join(folder, 'policies/acorn'), { recursive: true });
    const file = path.join(folder, 'policies/acorn/2026-01-31.json');
    writeFileSync(file, blocks('json')[0]);
    blocks('console').forEach((block, i) => {
      if (i === 1) writeFileSync(file, complete); // after the first the author goes on writing
      for (const [, line, shown] of block.matchAll(/^\$ supportcalc (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
        const { stdout, stderr } = spawnSync(path.resolve(command), line.split(' '), { cwd: folder, encoding: 'utf8' });
        for (const each of shown.split('\n').filter(Boolean)) {
          assert.ok(`${stdout}${stderr}`.split('\n').some((printed) => printed.startsWith(each)), `${line}\n${each}\n${stdout}${stderr}`);
        }
        assert.notEqual(stdout, '', line);
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
