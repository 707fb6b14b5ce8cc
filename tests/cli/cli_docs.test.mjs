// docs/cli.md: every command has a section with its help, and every example prints what the page says.
//
// In a console block, "$ " begins a command that is run in docs/, "$ echo $?" shows the exit code of the one before, and
// "…" as the last line says that the output goes on. UPDATE_EXAMPLES=1 writes the outputs anew, to the lines they had.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathOf, read, supportcalc } from './supportcalc.mjs';

const page = read('docs/cli.md');
const blocks = [...page.matchAll(/^```console\n([^]*?)^```$/gm)];

// What a block should read.
function transcript(block) {
  let code = 0;
  return block.split(/^(?=\$ )/m).map((part) => {
    const [, command, shown] = /^\$ ((?:.*\\\n)*.*)\n([^]*)$/.exec(part);
    if (command === 'echo $?') return `$ ${command}\n${code}\n`;
    const [program, ...words] = command.split(/\s+(?:\\\n\s*)?/);
    assert.equal(program, 'supportcalc', command);
    const result = supportcalc(words, { cwd: pathOf('docs') });
    code = result.code;
    const printed = result.out + result.err;
    const lines = shown.split('\n').length - 2;
    return `$ ${command}\n${shown.endsWith('…\n') ? `${printed.split('\n').slice(0, lines).join('\n')}\n…\n` : printed}`;
  }).join('');
}

for (const [, block] of blocks) {
  test(block.split('\n')[0], () => {
    if (!process.env.UPDATE_EXAMPLES) assert.equal(block, transcript(block));
  });
}

test('every command is there, with its help and an example', () => {
  const commands = [...supportcalc(['--help']).out.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name]) => name);
  assert.ok(commands.length > 5);
  const sections = [...page.matchAll(/^## `supportcalc (\w+)`$/gm)].map(([, name]) => name);
  assert.deepEqual(sections, commands);
  const shown = blocks.map(([, block]) => block.split('\n')[0]);
  for (const command of commands) {
    assert.ok(shown.includes(`$ supportcalc ${command} --help`), command);
    assert.ok(shown.some((line) => `${line} `.startsWith(`$ supportcalc ${command} `) && !line.includes('--help')), command);
  }
});

if (process.env.UPDATE_EXAMPLES) {
  writeFileSync(pathOf('docs/cli.md'), page.replace(/^```console\n([^]*?)^```$/gm, (_, block) => `\`\`\`console\n${transcript(block)}\`\`\``));
}
