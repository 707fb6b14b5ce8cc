// Excel workbooks: the first sheet is a table like any other.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';

import { supportcalc } from './supportcalc.mjs';

const folder = mkdtempSync(join(tmpdir(), 'supportcalc-workbook-'));
after(() => rmSync(folder, { recursive: true }));

// An archive of these parts, as Excel packs them.
function archive(parts) {
  const local = [];
  const central = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    if (crc32) shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, Buffer.from(name)]);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 'latin1');
    shared.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    central.push(entry, Buffer.from(name));
    local.push(head, packed);
    at += head.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, list, end]);
}

function workbook(rows, { properties = '' } = {}) {
  const strings = [];
  const cell = (value, row, column) => {
    const r = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${r}" s="1"><v>${value}</v></c>`;
    if (value.startsWith('inline:')) return `<c r="${r}" t="inlineStr"><is><t>${value.slice(7)}</t></is></c>`;
    strings.push(value);
    return `<c r="${r}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheet = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`).join('');
  return archive({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><workbookPr${properties}/><sheets><sheet name="Old" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Tickets" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': '<worksheet/>',
    'xl/worksheets/sheet2.xml': `<?xml version="1.0"?><worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><r><t>${text.slice(0, 1)}</t></r><r><t xml:space="preserve">${text.slice(1)}</t></r><rPh><t>x</t></rPh></si>`).join('')}</sst>`,
  });
}

const flags = ['--policy', 'zitadel@2023-10-06', '--plan', 'extended-sla', '--now', '2026-04-08T12:00:00Z', '--zone', 'Europe/Zurich'];
// Days since 1899-12-30: 2 April 2026, 16:30, and 7 April, 08:30 and 09:00.
const rows = [
  ['Ticket ID', 'Created', 'First response', 'Priority', 'Subject'],
  ['A &amp; B', 46114.6875, 46119.354166666664, 'severity-1', 'one'],
  ['C', 46114.6875, 46119.375, 'inline:severity-1'],
  ['D', 46114.6875, null, 'severity-1', null],
];

test('the first sheet that is shown is the table', () => {
  const path = join(folder, 'tickets.xlsx');
  writeFileSync(path, workbook(rows));
  const report = JSON.parse(supportcalc(['audit', path, ...flags, '--json']).out);
  assert.deepEqual(report.counts, { rows: 3, tickets: 3, met: 1, missed: 1, disputed: 0, open: 1, overdue: 1, duplicates: 0, unjudged: 0 });
  const { out } = supportcalc(['audit', path, ...flags, '--out', '-']);
  assert.match(out, /^2,A & B,2026-04-02T14:30:00Z,2026-04-07T06:30:00Z,.*,met,/m);
  assert.match(out, /^3,C,2026-04-02T14:30:00Z,2026-04-07T07:00:00Z,.*,missed,5400,1800,/m);
});

test('what is damaged, or no workbook, is called so', () => {
  const say = (bytes) => {
    const path = join(folder, 'odd.xlsx');
    writeFileSync(path, bytes);
    const { code, err } = supportcalc(['audit', path, ...flags]);
    assert.ok(code === 0 || code === 1, `${code}: ${err}`);
    return err;
  };
  const whole = workbook(rows);
  assert.match(say(whole.subarray(0, whole.length - 30)), /packed, and damaged/);
  assert.match(say(archive({ 'a.txt': 'text' })), /packed, but no Excel workbook/);
  assert.match(say(workbook(rows, { properties: ' date1904="1"' })), /counts its days from 1904/);
  for (let i = 40; i < whole.length; i += 97) say(Buffer.concat([whole.subarray(0, i), Buffer.from([255, 255, 0, 1]), whole.subarray(i + 4)]).subarray(0, whole.length - (i % 3)));
});
