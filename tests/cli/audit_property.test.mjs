// Random tables: the whole report against a computation that shares nothing with the program, and reports of parts against that of
// the whole.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { command } from '../support/command.mjs';
import { supportcalc } from './supportcalc.mjs';

const folder = mkdtempSync(join(tmpdir(), 'supportcalc-random-'));
after(() => rmSync(folder, { recursive: true }));

// One office in UTC. High: 4 open hours, and 60 % of tickets a month; medium: a day and a night; low: no time.
const cite = { source: 'page' };
const target = (severity, rest) => ({ kind: 'first-response', severities: [severity], ...rest, cite });
const rule = (availability) => ({ rule: { availability: [availability] }, cite });
const policy = {
  id: 'acme', revision: '2024', title: 'Acme', vendor: { name: 'Acme', url: 'https://acme.example' }, status: 'published',
  in_force_from: '2024-01-01', read_on: '2026-01-01', time_zone: 'UTC', sources: [{ id: 'page', title: 'Support' }],
  hours: [{ id: 'office', label: 'Office', time_zone: 'UTC', holidays: 'none', windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '09:00', close: '17:00' }], cite }],
  plans: [{ id: 'gold', label: 'Gold', support: 'full', cite }],
  severities: [
    { id: 'high', label: 'High', description: 'Down.', ...rule('down') },
    { id: 'medium', label: 'Medium', description: 'Bad.', ...rule('degraded') },
    { id: 'low', label: 'Low', description: 'Else.', ...rule('minor') },
  ],
  targets: [
    target('high', { commitment: 'guarantee', amount: { value: 4, unit: 'business-hours' }, hours: 'office', share: { percent: 60, per: 'calendar-month' } }),
    target('medium', { commitment: 'target', amount: { value: 24, unit: 'hours' } }),
    target('low', { commitment: 'best-effort' }),
  ],
  escalation: { status: 'none', steps: [], cite }, channels: [], scope: {}, remedies: [],
};
const policies = join(folder, 'policies');
mkdirSync(policies);
writeFileSync(join(policies, 'acme.json'), JSON.stringify(policy));

// --- the computation

const minute = 60_000;
const day = 24 * 60 * minute;
const windowsFrom = function* (at) {
  for (let midnight = at - (at % day); ; midnight += day) {
    const weekday = new Date(midnight).getUTCDay();
    if (weekday !== 0 && weekday !== 6) yield [midnight + 9 * 60 * minute, midnight + 17 * 60 * minute];
  }
};
function openBetween(from, to) {
  let sum = 0;
  for (const [open, close] of windowsFrom(from)) {
    if (open >= to) return sum;
    sum += Math.max(0, Math.min(close, to) - Math.max(open, from));
  }
}
function dueAfter(from, amount) {
  let left = amount;
  for (const [open, close] of windowsFrom(from)) {
    const length = Math.max(0, close - Math.max(open, from));
    if (length >= left) return Math.max(open, from) + left;
    left -= length;
  }
}
const clocks = {
  high: { due: (filed) => dueAfter(filed, 4 * 60 * minute), counted: openBetween },
  medium: { due: (filed) => filed + day, counted: (from, to) => Math.max(0, to - from) },
};

function verdictAt({ level, filed, answered }, now) {
  if (level === 'low') return 'no_figure';
  const { due, counted } = clocks[level];
  const late = counted(due(filed), answered ?? now) > 0;
  return answered === null ? (late ? 'overdue' : 'open') : late ? 'missed' : 'met';
}

const nothing = () => ({ tickets: 0, met: 0, missed: 0, disputed: 0, open: 0, overdue: 0, no_figure: 0 });
function count(totals, verdict) {
  totals.tickets++;
  totals[verdict]++;
  if (verdict === 'overdue') totals.open++;
}
function shareOf({ met, missed, overdue }) {
  const all = met + missed + overdue;
  const cut = Math.floor((met * 10_000) / all) / 10_000;
  return all === 0 ? null : { least: cut, most: cut };
}

function reportOf(tickets, now) {
  const report = { all: nothing(), duplicates: 0, unjudged: 0, month: {}, weekday: {}, hour: {}, level: {}, team: {}, minutes: { high: [], medium: [] } };
  const seen = new Set();
  for (const ticket of tickets) {
    if (seen.has(ticket.id)) {
      report.duplicates++;
      continue;
    }
    seen.add(ticket.id);
    // A date alone: any second of that day, from the filing on.
    const ways = ticket.dateOnly ? [0, day - 1000].map((more) => ({ ...ticket, answered: Math.max(ticket.answered + more, ticket.filed) })) : [ticket];
    const verdicts = ways.map((way) => (ticket.level === '' || (way.answered !== null && way.answered < way.filed) ? 'unjudged' : verdictAt(way, now)));
    const before = ticket.dateOnly && ticket.answered + day - 1000 < ticket.filed;
    if (before || new Set(verdicts).size > 1 || verdicts[0] === 'unjudged') {
      report.unjudged++;
      continue;
    }
    const [verdict] = verdicts;
    const filed = new Date(ticket.filed);
    const iso = filed.toISOString();
    const names = { month: iso.slice(0, 7), weekday: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][filed.getUTCDay()], hour: filed.getUTCHours(), level: ticket.level, team: ticket.team };
    count(report.all, verdict);
    for (const [by, name] of Object.entries(names)) count((report[by][name] ??= nothing()), verdict);
    if (!ticket.dateOnly && (verdict === 'met' || verdict === 'missed')) {
      report.minutes[ticket.level].push(Math.ceil(clocks[ticket.level].counted(ticket.filed, ticket.answered) / minute));
    }
  }
  return report;
}

// --- tables

function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function ticketsFrom(random, size) {
  const start = Date.UTC(2025, 0, 6);
  return Array.from({ length: size }, (_, i) => {
    const filed = start + random(120 * 24 * 60) * minute + random(60) * 1000;
    const dateOnly = random(10) === 0;
    const exact = filed + random(5 * 24 * 60) * minute - (random(30) === 0 ? 6 * 60 * minute : 0);
    const answered = random(5) === 0 ? null : dateOnly ? exact - (exact % day) : exact;
    return { id: `T-${random(12) === 0 ? random(i + 1) : `${i}`}`, filed, answered, dateOnly: dateOnly && answered !== null, level: ['high', 'medium', 'low', 'high', 'medium', ''][random(6)], team: `team ${random(3)}` };
  });
}

const two = (number) => String(number).padStart(2, '0');
const shapes = [
  { separator: ',', date: (d) => d.toISOString().slice(0, 10), order: [] },
  { separator: ';', date: (d) => `${two(d.getUTCDate())}.${two(d.getUTCMonth() + 1)}.${d.getUTCFullYear()}`, order: ['--date-order', 'dmy'] },
  { separator: '\t', date: (d) => `${d.getUTCMonth() + 1}/${d.getUTCDate()}/${d.getUTCFullYear()}`, order: ['--date-order', 'mdy'] },
  { separator: '|', date: (d) => `${d.getUTCDate()}/${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'][d.getUTCMonth()]}/${d.getUTCFullYear() % 100}`, order: [] },
];
function textOf(tickets, { separator, date }) {
  const time = (at) => `${date(new Date(at))} ${new Date(at).toISOString().slice(11, 19)}`;
  const rows = tickets.map(({ id, filed, answered, dateOnly, level, team }) =>
    [id, time(filed), answered === null ? '-' : dateOnly ? date(new Date(answered)) : time(answered), level, `"${team}"`].join(separator),
  );
  return `${['Ticket ID', 'Created', 'First response', 'Priority', 'Team'].join(separator)}\n${rows.join('\n')}\n`;
}

const now = Date.UTC(2025, 4, 20, 12);
const flags = ['--policy', 'acme', '--plan', 'gold', '--zone', 'UTC', '--no-value', '-', '--now', new Date(now).toISOString().replace('.000', ''), '--policies', policies];
const audit = (text, more = []) => {
  const { out, err } = supportcalc(['audit', '-', ...flags.slice(0, more.includes('--now') ? -4 : undefined), ...(more.includes('--now') ? flags.slice(-2) : []), '--by', 'Team', '--json', ...more], { input: text });
  assert.notEqual(out, '', err);
  return JSON.parse(out);
};

const without = (entry, key) => Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));
const byName = (list) => Object.fromEntries(list.map(({ value, ...totals }) => [value, without(totals, 'share')]).filter(([, { tickets }]) => tickets > 0));
function percentile(sorted, percent) {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1];
}

for (let seed = 1; seed <= 8; seed++) {
  const shape = shapes[seed % shapes.length];
  test(`table ${seed} gives what an independent computation gives`, () => {
    const tickets = ticketsFrom(randomFrom(seed), 600);
    const report = audit(textOf(tickets, shape), [...shape.order, '--jobs', String(1 + (seed % 2))]);
    const expected = reportOf(tickets, now);
    const { no_figure, ...all } = expected.all;
    assert.deepEqual(without(report.counts, 'dates'), { rows: 600, ...all, duplicates: expected.duplicates, unjudged: expected.unjudged });
    assert.equal(report.notes.no_figure, no_figure);
    assert.deepEqual(report.share, shareOf(expected.all));
    for (const by of ['month', 'weekday', 'hour', 'level']) assert.deepEqual(byName(report.by[by]), expected[by], by);
    assert.deepEqual(byName(report.by.columns[0].values), expected.team);
    for (const promise of report.promises.filter(({ severity }) => severity !== 'low')) {
      const { response_minutes: found, promised } = promise;
      // Where the time of day is open, so is the time it took: those count by the latest.
      if (found.tickets === expected.minutes[promise.severity].length) {
        const sorted = expected.minutes[promise.severity].sort((a, b) => a - b);
        assert.deepEqual([found.median, found.p90], [percentile(sorted, 50), percentile(sorted, 90)]);
      }
      for (const period of promised?.periods ?? []) assert.equal(period.kept, period.met * 100 >= 60 * (period.met + period.missed + period.overdue));
    }
    assert.ok(report.overdue.every(({ due }, i) => i === 0 || report.overdue[i - 1].due <= due));
  });

  test(`the parts of table ${seed} add up to the whole`, () => {
    const tickets = [...new Map(ticketsFrom(randomFrom(seed + 100), 300).map((ticket) => [ticket.id, ticket])).values()];
    const cut = 1 + (seed * 37) % (tickets.length - 1);
    const complete = ['--column', 'id=Ticket ID', '--column', 'submitted_at=Created', '--column', 'responded_at=First response', '--column', 'severity=Priority'];
    const order = shape.order.length > 0 ? shape.order : ['--date-order', 'ymd'];
    const paths = [tickets.slice(0, cut), tickets.slice(cut)].map((part, i) => {
      const path = join(folder, `part-${seed}-${i}.json`);
      writeFileSync(path, JSON.stringify(audit(textOf(part, shape), [...complete, ...order, '--mergeable'])));
      return path;
    });
    const merged = JSON.parse(supportcalc(['audit', '--merge', ...paths, '--json']).out);
    const whole = audit(textOf(tickets, shape), [...complete, ...order]);
    // Rows are counted anew in each part; everything else is the same.
    const rowless = (report) => JSON.parse(JSON.stringify(report, (key, value) => (key === 'row' || key === 'first_row' ? undefined : value)));
    const sorted = (report) => ({ ...rowless(report), unjudged: rowless(report).unjudged.map((each) => JSON.stringify(each)).sort(), problems: report.problems.map(({ code, rows }) => `${code} ${rows}`).sort(), overdue: report.overdue.map(({ id }) => id).sort(), due_next: report.due_next.map(({ id }) => id).sort() });
    assert.deepEqual(sorted(merged), sorted(whole));

    assert.match(supportcalc(['audit', '--merge', paths[0], paths[0]]).err, /of its ids are in the parts before it/);
  });
}

test('reports that rest on something else are not added up', () => {
  const path = (name, more) => {
    const file = join(folder, `${name}.json`);
    const tickets = ticketsFrom(randomFrom(name.length), 5);
    writeFileSync(file, JSON.stringify(audit(textOf(tickets, shapes[0]), ['--mergeable', '--date-order', 'ymd', ...more])));
    return file;
  };
  const one = path('one', []);
  for (const [name, more, key] of [
    ['other now', ['--now', '2025-06-01T00:00:00Z'], 'now'],
    ['other marks', ['--no-value', 'x'], 'mapping'],
    ['other filter', ['--from', '2025-01-01'], 'filters'],
  ]) {
    const { code, err } = supportcalc(['audit', '--merge', one, path(name, more)]);
    assert.equal(code, 1);
    assert.match(err, new RegExp(`rests on another "${key}"`));
  }
  const plain = join(folder, 'plain.json');
  writeFileSync(plain, JSON.stringify(audit(textOf([], shapes[0]))));
  assert.match(supportcalc(['audit', '--merge', plain]).err, /It is no report that was written with --json --mergeable/);
});

test('the commands of docs/cli.md for parts come to what the whole table comes to', () => {
  const place = join(folder, 'parts');
  const bin = join(folder, 'bin');
  for (const each of [place, bin]) mkdirSync(each);
  symlinkSync(command, join(bin, 'supportcalc'));
  const text = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  const recipe = /outgrow one machine[\s\S]*?```sh\n([\s\S]*?)```/.exec(text)[1];
  const rows = Array.from({ length: 200 }, (_, i) => {
    const filed = Date.UTC(2023, 9, 1 + (i % 40), i % 24);
    const answered = i % 7 === 0 ? '' : new Date(filed + i * 3_600_000).toISOString();
    return `T-${i},${new Date(filed).toISOString()},${answered},severity-${1 + (i % 4)}`;
  });
  writeFileSync(join(place, 'tickets.csv'), ['id,submitted_at,responded_at,severity', ...rows, ''].join('\n'));
  const columns = Object.fromEntries(['id', 'submitted_at', 'responded_at', 'severity'].map((name) => [name, name]));
  const mapping = { version: 1, policy: 'zitadel@2023-10-06', plan: 'extended-sla', columns, date_order: 'ymd' };
  writeFileSync(join(place, 'ours.json'), JSON.stringify(mapping));
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
  const run = (script) => execFileSync('sh', ['-ec', script], { cwd: place, env, encoding: 'utf8' });
  const merged = run(recipe.replace('--lines=1000000', '--lines=37'));
  assert.equal(readdirSync(place).filter((name) => name.endsWith('.csv.json') || /^part-..\.json$/.test(name)).length, 6);
  // Rows of a part are no rows of the whole, so they are not said.
  const whole = run('supportcalc audit tickets.csv --mapping ours.json --now 2026-12-01T00:00:00Z');
  assert.match(whole, /, row 163$/m);
  assert.equal(merged, whole.replaceAll(/, row \d+$/gm, ''));
});
