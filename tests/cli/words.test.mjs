// Words that no shipped policy uses, said in words.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { read, supportcalc } from './supportcalc.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'supportcalc-words-'));
after(() => rmSync(folder, { recursive: true }));

const cite = { source: 'page' };
const policy = JSON.parse(read('docs/examples/acorn.json'));
Object.assign(policy, {
  channels: [...policy.channels, { id: 'chat', kind: 'chat', label: 'Chat', availability: { standard: 'not-applicable' }, cite }],
  remedies: ['months', 'currency'].map((unit, i) => ({
    id: unit, kind: 'term-extension', text: 'For an answer that comes late.', applies_to: ['first-response'],
    per: { value: 1, unit: 'hours' }, grants: { value: i + 2, unit }, cite,
  })),
  facts: ['ticket', 'skills', 'security'].map((topic) => ({ id: `about-${topic}`, topic, text: 'As agreed.', cite })),
});
delete policy.remedies_status; // it says there are none
writeFileSync(path.join(folder, 'acorn.json'), JSON.stringify(policy));

for (const [language, words] of Object.entries({
  en: ['2 months', '3 in the contract’s currency', 'For a ticket', 'Skills you need', 'Security', 'Not applicable'],
  de: ['2 Monate', '3 in der Währung des Vertrags', 'Zum Ticket', 'Nötige Kenntnisse', 'Sicherheit', 'Nicht anwendbar'],
})) {
  test(`grants, topics of facts and what is not applicable, in words (${language})`, () => {
    const { code, out, err } = supportcalc(['show', 'acorn', '--policies', folder, '--lang', language]);
    assert.deepEqual([code, err], [0, '']);
    const text = out.replaceAll(/\s+/g, ' ');
    assert.deepEqual(words.filter((each) => !text.includes(each)), [], out);
  });
}
