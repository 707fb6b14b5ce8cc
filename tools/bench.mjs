// Runs the benchmarks and the command, and compares what they take with the budgets of the design.
//
//   node tools/bench.mjs BUILD_FOLDER     a release build; exit code 1 when a budget is exceeded
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const build = process.argv[2] ?? 'build/release';
let exceeded = 0;

function report(what, value, budget, unit) {
  const over = !(value <= budget);
  if (over) exceeded++;
  console.log(
    `${over ? 'OVER' : 'ok  '}  ${what.padEnd(44)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}` +
      `  (at most ${budget.toFixed(budget < 10 ? 2 : 0)})`,
  );
}

// Runs a program to its end: { seconds, peakKb, output }.
async function run(command, args, { keep = false, stdin = 'ignore' } = {}) {
  const start = process.hrtime.bigint();
  const child = spawn(command, args, { stdio: [stdin, keep ? 'pipe' : 'ignore', 'inherit'] });
  const chunks = [];
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  let peakKb = 0;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 5);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, peakKb, output: Buffer.concat(chunks).toString() };
}

// --- functions of the core

const { output } = await run(
  path.join(build, 'bench', 'benchmarks'),
  ['--benchmark_format=json', '--benchmark_repetitions=5', '--benchmark_min_time=0.1'],
  { keep: true },
);
// The fastest of the repetitions: what disturbs a measurement only ever adds to it.
const nanoseconds = new Map();
for (const { run_type: type, run_name: name, cpu_time: time, time_unit: unit } of JSON.parse(output).benchmarks) {
  if (type !== 'iteration') continue;
  const scaled = time * { ns: 1, us: 1e3, ms: 1e6, s: 1e9 }[unit];
  nanoseconds.set(name, Math.min(nanoseconds.get(name) ?? Infinity, scaled));
}

const reference = Math.max(...[...nanoseconds].filter(([name]) => name.startsWith('due_reference/')).map(([, time]) => time));
console.log(`      bare prefix-sum reference: ${reference.toFixed(0)} ns`);
for (const [name, time] of nanoseconds) {
  if (name.startsWith('due_reference/')) continue;
  if (name.startsWith('due')) report(name, time / reference, 3, 'times the reference');
  else if (name.startsWith('evaluate_structs')) report(name, time / 1e3, 5, 'us');
  else if (name.startsWith('evaluate_json')) report(name, time / 1e3, 60, 'us');
  else console.log(`      ${name.padEnd(44)} ${time.toFixed(0).padStart(8)} ns`);
}
for (const row of ['due/', 'due_in_days/', 'evaluate_structs/', 'evaluate_json/']) {
  if (![...nanoseconds.keys()].some((name) => name.startsWith(row))) throw new Error(`no benchmark is called ${row}…`);
}

// --- the command: time, and memory that does not grow with the input

const folder = await mkdtemp(path.join(os.tmpdir(), 'supportcalc-bench-'));

async function writeLines(name, count, head, line) {
  const file = path.join(folder, name);
  const stream = createWriteStream(file);
  stream.write(head);
  for (let i = 0; i < count; i++) if (!stream.write(line(i))) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
  return file;
}

// Filed every 31 s through a year, answered after one to 97 minutes.
const instant = (i, minutes = 0) =>
  new Date(Date.UTC(2023, 9, 6) + ((i * 31) % 31536000) * 1000 + minutes * 60000).toISOString().replace('.000', '');
const ticket = (i) => `T${i},${instant(i)},${instant(i, 1 + ((i * 7) % 97))},severity-${1 + (i % 4)},team ${i % 7},p${i % 3}\n`;
const request = (i) =>
  `{"policy":"zitadel@2023-10-06","plan":"extended-sla","severity":"severity-${1 + (i % 4)}","submitted_at":"${instant(i)}"}\n`;

try {
  const command = path.join(build, 'supportcalc');

  const policies = fileURLToPath(new URL('../policies', import.meta.url));
  const sizes = (await readdir(policies, { recursive: true }))
    .filter((name) => name.endsWith('.json') && !name.startsWith('schema'))
    .map(async (name) => ({ name, bytes: (await stat(path.join(policies, name))).size }));
  const biggest = (await Promise.all(sizes)).reduce((a, b) => (a.bytes > b.bytes ? a : b)).name;
  const validations = [];
  for (let i = 0; i < 9; i++) validations.push((await run(command, ['validate', path.join(policies, biggest)])).seconds);
  report(`validate ${biggest}, its start included`, Math.min(...validations) * 1e3, 50, 'ms');

  const audit = (file, ...more) => run(command, ['audit', file, '--policy', 'zitadel@2023-10-06', '--plan', 'extended-sla', ...more]);
  const head = 'id,submitted_at,responded_at,severity,team,product\n';
  const few = await audit(await writeLines('few.csv', 50_000, head, ticket));
  const file = await writeLines('many.csv', 1_000_000, head, ticket);
  const many = await audit(file);
  report('audit, 1,000,000 tickets', many.seconds, 2, 's');
  report('audit, a ticket, beside fixed memory', ((many.peakKb - few.peakKb) * 1024) / 950_000, 32, 'bytes');
  report('audit, 1,000,000 tickets in two threads', (await audit(file, '--jobs', '2')).seconds, many.seconds / 1.8, 's');
  const most = await audit(await writeLines('most.csv', 10_000_000, head, ticket));
  report('audit, 10,000,000 tickets', most.seconds, 20, 's');
  report('audit, a ticket of ten million', ((most.peakKb - few.peakKb) * 1024) / 9_950_000, 32, 'bytes');
  const fewRequests = await run(command, ['batch', await writeLines('few.jsonl', 10_000, '', request)]);
  const manyRequests = await run(command, ['batch', await writeLines('many.jsonl', 100_000, '', request)]);
  report('batch, memory of 100,000 against 10,000', manyRequests.peakKb, fewRequests.peakKb * 1.1, 'KiB');
  console.log(`      batch, 100,000 requests ${manyRequests.seconds.toFixed(2)} s`);
} finally {
  await rm(folder, { recursive: true });
}

process.exitCode = exceeded === 0 ? 0 : 1;
