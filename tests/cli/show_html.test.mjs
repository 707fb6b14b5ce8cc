// show --html: a fragment that holds all that the document states, and nothing that is more than text.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { languages, pathOf, read, supportcalc } from './supportcalc.mjs';

const names = readdirSync(pathOf('policies/'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['calendars', 'schema'].includes(entry.name))
  .flatMap(({ name }) => readdirSync(pathOf(`policies/${name}`)).map((file) => `${name}@${file.replace(/\.json$/, '')}`));

const elements = ['a', 'article', 'br', 'caption', 'dd', 'dl', 'dt', 'h3', 'h4', 'li', 'p', 'span', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'];
const attributes = ['aria-label', 'href', 'lang', 'rel', 'scope'];

function parsed(html) {
  const problems = [];
  const fragment = parseFragment(html, { onParseError: ({ code, startLine }) => problems.push(`${code} in line ${startLine}`) });
  assert.deepEqual(problems, []);
  return fragment;
}

function all(node, tag) {
  return (node.childNodes ?? []).flatMap((child) => [...(tag === undefined || child.tagName === tag ? [child] : []), ...all(child, tag)]);
}

const attribute = (node, name) => node.attrs.find((each) => each.name === name)?.value;

function textOf(node) {
  if (node.nodeName === '#text') return node.value;
  return node.tagName === 'br' ? '\n' : (node.childNodes ?? []).map(textOf).join('');
}

// A table as rows of texts, the head first, by its caption or name.
function tableNamed(fragment, name) {
  const table = all(fragment, 'table').find((each) => attribute(each, 'aria-label') === name || all(each, 'caption').some((caption) => textOf(caption) === name));
  assert.ok(table, `no table "${name}"`);
  return all(table, 'tr').map((row) => row.childNodes.map(textOf));
}

function shown(name, language, ...more) {
  const { code, out, err } = supportcalc(['show', name, '--html', '--lang', language, ...more]);
  assert.deepEqual([code, err], [0, '']);
  return { html: out, fragment: parsed(out) };
}

const strings = Object.fromEntries(languages.map((language) => [language, JSON.parse(read(`web/strings/${language}.json`))]));

// Labels of what must be so for a row to hold.
function conditionsOf(policy, { when }, language) {
  const say = (text) => (typeof text === 'string' ? text : (text[language] ?? text.en));
  const options = Object.entries(when?.options ?? {}).flatMap(([id, values]) => {
    const option = policy.options.find((each) => each.id === id);
    return [option.label, ...values.filter((value) => value !== '*').map((value) => option.choices.find((choice) => choice.id === value).label)];
  });
  const channels = (when?.channels ?? []).map((id) => policy.channels.find((each) => each.id === id)).flatMap(({ label }) => label ?? []);
  const answers = Object.entries(when?.impact ?? {}).flatMap(([id, values]) => {
    const question = policy.questions?.find((each) => each.id === id);
    return values.map((value) => question?.values.find((each) => each.id === value).label ?? strings[language][`facet.${id}.${value}`]);
  });
  return [...options, ...channels, ...answers].map(say);
}

// What stands for the figure: its number, the name of its option, the policy's own word, or the commitment.
function figureOf(policy, row, language) {
  if (row.amount?.option === undefined && row.amount !== undefined) return String(row.amount.value);
  if (row.amount !== undefined) {
    const { label } = policy.options.find(({ id }) => id === row.amount.option);
    return typeof label === 'string' ? label : label[language];
  }
  return row.word ?? strings[language][`commitment.${row.commitment}`];
}

// The rows that a plan and a level may have: its own before those it takes over, up to the first without conditions.
function rowsOf(policy, kind, plan, level) {
  const rows = [];
  for (let each = plan; each !== undefined; each = policy.plans.find(({ id }) => id === each.builds_on)) {
    for (const [i, row] of (policy.targets ?? []).entries()) {
      if (row.kind !== kind || (row.plans && !row.plans.includes(each.id)) || rows.includes(i)) continue;
      if (level === undefined ? row.severities : row.severities && !row.severities.includes(level)) continue;
      rows.push(i);
      if (row.when === undefined) return rows;
    }
  }
  return rows;
}

for (const name of names) {
  for (const language of languages) {
    test(`${name} in ${language}: every row of the document, and in each cell those that may hold`, () => {
      const policy = JSON.parse(supportcalc(['show', name, '--json']).out);
      const { html, fragment } = shown(name, language);
      for (const node of all(fragment).filter(({ tagName }) => tagName !== undefined)) {
        assert.ok(elements.includes(node.tagName), node.tagName);
        for (const { name: key } of node.attrs) assert.ok(attributes.includes(key), key);
      }
      for (const link of all(fragment, 'a')) {
        assert.equal(attribute(link, 'rel'), 'noreferrer');
        assert.match(attribute(link, 'href'), /^(https?|mailto|tel):/);
      }
      assert.doesNotMatch(html, /\b(show|text|unit|kind|commitment)\.[a-z]|\{\w+\}/, 'words that are missing');
      assert.equal(attribute(all(fragment, 'article')[0], 'lang'), language);

      const items = all(fragment, 'li').map(textOf);
      for (const [i, row] of (policy.targets ?? []).entries()) {
        const item = items.find((text) => text.startsWith(`[${i + 1}] ${row.bound === undefined || row.amount === undefined ? '' : strings[language][`bound.${row.bound}`].split('{')[0]}`) &&
          text.includes(figureOf(policy, row, language)) && text.includes(row.cite.section));
        assert.ok(item, `row ${i + 1}`);
        for (const label of conditionsOf(policy, row, language)) assert.ok(item.includes(label), `${label} in ${item}`);
        if (row.share) assert.ok(item.includes(String(row.share.percent)), item);
      }

      for (const kind of new Set((policy.targets ?? []).map((row) => row.kind))) {
        const [, ...rows] = tableNamed(fragment, strings[language][`kind.${kind}`]);
        const levels = policy.severities?.length ? policy.severities : [undefined];
        assert.equal(rows.length, levels.length);
        for (const [y, level] of levels.entries()) {
          for (const [x, plan] of policy.plans.entries()) {
            const cell = rows[y][x + 1];
            const expected = level?.plans === undefined || level.plans.includes(plan.id) ? rowsOf(policy, kind, plan, level?.id) : [];
            assert.deepEqual([...cell.matchAll(/\[(\d+)\]$/gm)].map(([, row]) => Number(row) - 1), expected, `${kind} ${plan.id} ${level?.id}: ${cell}`);
            const lines = cell.split('\n');
            for (const [k, row] of expected.entries()) {
              assert.ok(lines[k].includes(figureOf(policy, policy.targets[row], language)), cell);
              for (const label of conditionsOf(policy, policy.targets[row], language)) assert.ok(lines[k].includes(label), `${label} in ${lines[k]}`);
            }
          }
        }
      }

      const text = textOf(fragment);
      const texts = [
        ...(policy.channels ?? []).map(({ address }) => address?.replace(/^(mailto|tel):/, '')),
        ...(policy.escalation?.steps ?? []).flatMap(({ label, contacts }) => [label, ...(contacts ?? []).map(({ address }) => address?.replace(/^(mailto|tel):/, ''))]),
        ...(policy.severities ?? []).flatMap(({ label, description }) => [label, description]),
        ...(policy.hours ?? []).map(({ label }) => label),
        ...(policy.scope?.topics ?? []).map(({ label }) => label),
        ...(policy.ambiguities ?? []).map((each) => each.text),
        ...policy.sources.map(({ url }) => url),
        policy.title,
      ];
      for (const each of texts) {
        if (each !== undefined) assert.ok(text.includes(typeof each === 'string' ? each : (each[language] ?? each.en)), JSON.stringify(each));
      }
    });
  }
}

test('what a paid addition alone brings is not promised to a plan without it', () => {
  const { fragment } = shown('zitadel@2023-11-15', 'en');
  const rows = tableNamed(fragment, 'First response');
  assert.deepEqual(rows[0].slice(0, 2), ['Level', 'Free']);
  assert.deepEqual(rows[1].slice(0, 2), ['Severity 1', '1 business hour, if Extended support booked: yes [2]\nNot applicable [6]']);
  assert.deepEqual(rows[2].slice(0, 2), ['Severity 2', '2 business hours, if Extended support booked: yes [3]\nNot offered [7]']);
});

test('a draft says that it is one', () => {
  for (const [language, word] of [['en', 'Draft, never published'], ['de', 'Entwurf']]) {
    assert.ok(all(shown('controlplane-flux@2024-06-19', language).fragment, 'dd').some((node) => textOf(node).startsWith(word)));
  }
});

test('with a plan, only what is said of it', () => {
  const { fragment } = shown('zitadel@2023-11-15', 'en', '--plan', 'free');
  assert.deepEqual(tableNamed(fragment, 'First response')[0], ['Level', 'Free']);
  assert.deepEqual(all(fragment, 'li').map((item) => textOf(item).slice(0, 3)).filter((mark) => /^\[[1-9]\]$/.test(mark)).slice(0, 5), ['[2]', '[3]', '[4]', '[5]', '[6]']);
  assert.doesNotMatch(textOf(fragment), /Technical Account Management\n?by the contract|Production\n/);
  const { code, out, err } = supportcalc(['show', 'zitadel@2023-11-15', '--html', '--plan', 'fre']);
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^supportcalc: --plan: .*free, production, enterprise-cloud, self-hosted/);
});

test('--json is the whole document, and nothing else', () => {
  for (const other of [['--html'], ['--plan', 'business']]) {
    const { code, out, err } = supportcalc(['show', 'scalr', '--json', ...other]);
    assert.deepEqual([code, out], [2, '']);
    assert.ok(err.includes(`${other[0]} cannot stand beside it`), err);
  }
});

test('a text that is not in the language of the page says in which it is', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'supportcalc-'));
  try {
    const policy = JSON.parse(read('tests/cli/data/own/acme.json'));
    policy.hours[0].holidays = 'none';
    policy.targets[0].note = 'Only on weekdays,\nsee https://acme.example/hours.';
    policy.plans[0].description = { en: 'Basic help.', de: 'Einfache Hilfe.' };
    policy.channels = [{ id: 'hours', kind: 'documentation', address: 'https://acme.example/hours', cite: policy.targets[0].cite }];
    writeFileSync(path.join(folder, 'acme.json'), JSON.stringify(policy));
    const german = all(shown('acme', 'de', '--policies', folder).fragment, 'span');
    assert.deepEqual([...new Set(german.map((node) => attribute(node, 'lang')))], ['en']);
    const lines = policy.targets[0].note.split('\n').map((line) => german.find((node) => textOf(node) === line));
    assert.equal(attribute(all(lines[1], 'a')[0], 'href'), 'https://acme.example/hours');
    assert.ok(german.every((node) => !textOf(node).includes('Einfache Hilfe')));
    assert.deepEqual(all(shown('acme', 'en', '--policies', folder).fragment, 'span'), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('whatever a text holds, it is shown as text', () => {
  const hostile = '<img src=x onerror="alert(1)"> & \'</article><script>alert(2)</script>\u001b[31m\u000e';
  const folder = mkdtempSync(path.join(tmpdir(), 'supportcalc-'));
  try {
    const policy = JSON.parse(read('tests/cli/data/own/acme.json'));
    policy.title = hostile;
    policy.vendor.name = hostile;
    policy.hours[0].holidays = 'none';
    policy.plans[0].label = hostile;
    policy.targets[0].note = hostile;
    policy.targets[0].cite.section = hostile;
    policy.sources[0].title = hostile;
    writeFileSync(path.join(folder, 'acme.json'), JSON.stringify(policy));
    const { html, fragment } = shown('acme', 'en', '--policies', folder);
    assert.deepEqual(all(fragment).filter(({ tagName }) => tagName !== undefined && !elements.includes(tagName)).map(({ tagName }) => tagName), []);
    const seen = hostile.replace(/[\u001b\u000e]/g, '\ufffd');
    // Title, vendor, plan in the table and by itself, note, section, source.
    assert.equal(textOf(fragment).split(seen).length - 1, 7);
    assert.ok(!html.includes('\u001b'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
