// Prints the sources of the core that differ from the last release, or that include a header that does, one a line; on standard
// error, what they are compared with.
//
// The last release is the newest tag v*. Where there is none, what the last ten commits to the core changed; where the history is
// too short for that, everything.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const commits = 10;

/**
 * The sources among `files` that are in `changed` or include, directly or through others, what is.
 *
 * @param {Map<string, string>} files names beneath the include folder, and their texts
 * @param {Set<string>} changed
 * @returns {string[]} sorted
 */
export function sourcesToCheck(files, changed) {
  const includers = new Map();
  for (const [name, text] of files) {
    for (const [, included] of text.matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
      includers.set(included, [...(includers.get(included) ?? []), name]);
    }
  }
  const reached = new Set(changed); // grows while it is walked
  for (const name of reached) for (const includer of includers.get(name) ?? []) reached.add(includer);
  return [...reached].filter((name) => name.endsWith('.cpp') && files.has(name)).sort();
}

function git(...parts) {
  return execFileSync('git', parts, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function lines(text) {
  return text.split('\n').filter(Boolean);
}

// What to compare with, or undefined.
function lastRelease() {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', 'v*');
  } catch {
    const [first, ...others] = lines(git('rev-list', `--max-count=${commits}`, '--parents', 'HEAD', '--', 'core', '.clang-tidy')).reverse();
    return others.length === commits - 1 ? first.split(' ')[1] : undefined;
  }
}

function main() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const names = lines(git('ls-files', '--cached', '--others', '--exclude-standard', '--', 'core')).filter((name) => /\.(cpp|h|def)$/.test(name));
  const inCore = (name) => path.posix.relative('core', name);
  const present = names.filter((name) => existsSync(name));
  const files = new Map(present.map((name) => [inCore(name), readFileSync(name, 'utf8')]));
  const base = lastRelease();
  const different = base === undefined ? names : [
    ...lines(git('diff', '--name-only', base, '--', 'core', '.clang-tidy')),
    ...lines(git('ls-files', '--others', '--exclude-standard', '--', 'core')),
  ];
  const changed = different.includes('.clang-tidy') ? names : different;
  const sources = sourcesToCheck(files, new Set(changed.map(inCore)));
  console.error(`${sources.length} sources differ from ${base ?? 'nothing: there is no history'}, or include what does`);
  for (const name of sources) console.log(`core/${name}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
