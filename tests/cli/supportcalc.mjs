// Runs the supportcalc command for tests.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { command as binary } from '../support/command.mjs';
import { fitting, fittingFile } from '../support/results.mjs';

const root = new URL('../../', import.meta.url);

export function pathOf(name) {
  return fileURLToPath(new URL(name, root));
}

export function read(name) {
  return readFileSync(new URL(name, root), 'utf8');
}

// Those there are catalogues of: "de", "en".
export const languages = readdirSync(new URL('web/strings/', root)).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', ''));

// What a command's JSON is, by the definitions of the schema of results.
const answers = { evaluate: 'result', compare: 'compare_result' };

// Holds what was printed to the schema, where it is answers.
function check(words, out) {
  if (words[0] === 'batch' && !words.includes('--fields')) {
    for (const line of out.split('\n')) if (line.startsWith('{')) fitting(JSON.parse(line));
  } else if (words[0] in answers && words.includes('--json') && out.startsWith('{')) {
    fitting(JSON.parse(out), answers[words[0]]);
  } else if (words[0] === 'audit' && words.includes('--json') && !words.includes('--explain') && out.startsWith('{')) {
    fittingFile(JSON.parse(out), 'report');
  }
}

// Gives { code, out, err }. Not in a terminal, far from UTC, and whatever language the machine speaks.
export function supportcalc(words, { input = '', env = {}, cwd } = {}) {
  const result = spawnSync(binary, words, {
    input,
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'C', ...env },
  });
  if (result.error) throw result.error;
  check(words, result.stdout);
  return { code: result.status, out: result.stdout, err: result.stderr };
}

export function conformanceCases() {
  return read('tests/data/conformance/due.jsonl').trim().split('\n').map((line) => JSON.parse(line));
}

export { binary };
