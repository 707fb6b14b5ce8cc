// Who may include whom in core/, and what the core must keep away from. Reads the sources; builds nothing.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const core = new URL('../../core/', import.meta.url);

// Each module includes itself and those before it.
const order = ['base', 'civil', 'zone', 'calendar', 'policy', 'engine', 'report', 'table', 'wording', 'render', 'api', 'cli'];

// `render` stays out of the wasm module, and `api` is in it.
const refused = [['api', 'render']];

const jsonModules = ['policy', 'api'];

// Streams, files, the clock, the locale and the environment are for the command alone.
const cliOnlyHeaders = [
  'iostream', 'istream', 'ostream', 'fstream', 'sstream', 'iomanip', 'filesystem', 'locale', 'clocale', 'cstdio',
  'ctime', 'time.h', 'stdio.h', 'unistd.h', 'thread', 'mutex', 'date/tz.h',
];
const cliOnlyNames = [/\bgetenv\b/, /\bsystem_clock::now\b/, /\bsteady_clock::now\b/, /\bstd::time\b/];

// GCC 12's calendar types and date.h's disagree on sys_days; the project uses date.h's.
const chronoCalendarNames = new RegExp(
  String.raw`\bstd::chrono::(year|month|day|weekday|last|year_month|month_day|year_month_day|sys_days|sys_seconds|` +
    String.raw`sys_time|local_days|local_seconds|local_time|hh_mm_ss|time_zone|zoned_time)\b`,
);

// The text without comments, and with string literals emptied unless they are includes.
function codeOf(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/^(?!\s*#\s*include)(.*)$/gm, (line) => line.replace(/"(?:[^"\\\n]|\\.)*"/g, '""'));
}

async function sources() {
  const files = [];
  for (const name of await readdir(core, { recursive: true })) {
    if (!/\.(h|cpp|def|inc)$/.test(name)) continue;
    const text = await readFile(new URL(name, core), 'utf8');
    const code = codeOf(text);
    const includes = [...code.matchAll(/^\s*#\s*include\s*["<]([^">]+)[">]/gm)].map((match) => match[1]);
    files.push({ name, module: name.split('/')[0], text, code, includes });
  }
  assert.notEqual(files.length, 0);
  return files;
}

const all = await sources();

// Runs `check(file)`, which yields what is wrong, over every file.
function testEach(title, check) {
  test(title, () => {
    const wrong = all.flatMap((file) => [...check(file)].map((what) => `core/${file.name}: ${what}`));
    assert.deepEqual(wrong, []);
  });
}

testEach('every file is in a module of the design', function* ({ module }) {
  if (!order.includes(module)) yield `unknown module ${module}`;
});

testEach('a module includes only itself and earlier ones', function* ({ module, includes }) {
  for (const include of includes) {
    const other = include.split('/')[0];
    if (!order.includes(other) || !include.includes('/')) continue;
    if (order.indexOf(other) > order.indexOf(module)) yield `includes the later "${include}"`;
    if (refused.some(([from, to]) => from === module && to === other)) yield `must not include "${include}"`;
  }
});

testEach('nlohmann/json is included by policy and api alone', function* ({ module, includes }) {
  if (jsonModules.includes(module)) return;
  for (const include of includes.filter((name) => name.startsWith('nlohmann/'))) yield `includes <${include}>`;
});

testEach('files, streams, clock, locale and environment are for cli alone', function* ({ module, includes, code }) {
  if (module === 'cli') return;
  for (const include of includes.filter((name) => cliOnlyHeaders.includes(name))) yield `includes <${include}>`;
  for (const name of cliOnlyNames) if (name.test(code)) yield `uses ${code.match(name)[0]}`;
});

testEach('calendar types are those of date.h', function* ({ code }) {
  const match = code.match(chronoCalendarNames);
  if (match) yield `uses ${match[0]}`;
});

testEach('the core does not throw', function* ({ module, code }) {
  if (module === 'cli') return;
  const match = code.match(/\b(throw|try|catch)\b/);
  if (match) yield `uses ${match[0]}`;
});

testEach('header guards name the file', function* ({ name, text }) {
  if (!name.endsWith('.h')) return;
  const guard = `SUPPORTCALC_${name.replaceAll(/[/.]/g, '_').toUpperCase()}_`;
  if (!text.includes(`#ifndef ${guard}\n#define ${guard}\n`)) yield `lacks the guard ${guard}`;
});

// A request to compare names all policies "*"; that is no value of a condition.
const selectionReaders = [/[.>]builds_on\b/, /(?<!\bpolicy_?)[.>]plans\.empty\(\)/, /"\*"/];
const allPolicies = ['api/request.cpp', 'cli/compare.cpp'];

test('which row of a policy holds is decided in policy/selection alone', () => {
  const wrong = [];
  for (const { name, text } of all) {
    if (name.startsWith('policy/selection.') || allPolicies.includes(name)) continue;
    const code = text.replace(/\/\/.*$/gm, '');
    for (const reader of selectionReaders) if (reader.test(code)) wrong.push(`core/${name}: reads ${code.match(reader)[0]}`);
  }
  assert.deepEqual(wrong, []);
});
