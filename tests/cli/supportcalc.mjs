// Runs the supportcalc command for tests.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const binary = process.env.SUPPORTCALC ?? fileURLToPath(new URL('build/debug/supportcalc', root));

export function pathOf(name) {
  return fileURLToPath(new URL(name, root));
}

export function read(name) {
  return readFileSync(new URL(name, root), 'utf8');
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
  return { code: result.status, out: result.stdout, err: result.stderr };
}

export function conformanceCases() {
  return read('tests/data/conformance/due.jsonl').trim().split('\n').map((line) => JSON.parse(line));
}

export { binary };
