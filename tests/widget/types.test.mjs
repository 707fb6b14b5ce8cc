// The declarations beside element.js: what a host writes with them, and that they say what the class of the sources says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = path.join(root, 'dist');

function check(folder, ...options) {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  try {
    execFileSync('node', [tsc, '--noEmit', '--strict', '--exactOptionalPropertyTypes', ...options], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    assert.fail(String(error.stdout).slice(0, 3000));
  }
}

const host = `
import { SupportCalculator, define, type ErrorDetail, type Evaluation } from './calculator/element.js';

customElements.define('our-calculator', class extends SupportCalculator {});
define();
const made = document.createElement('support-calculator');
made.policy = 'spacelift';
made.timeZone = null;
made.open('plan=gold');
made.focus({ preventScroll: true });
export const plan: string | null | undefined = document.querySelector('support-calculator')?.plan;
made.addEventListener('support-calculator-change', ({ detail }) => {
  const result: Evaluation | null = detail.result;
  document.title = result?.targets[0]?.due?.at ?? detail.link;
});
document.body.addEventListener('support-calculator-error', ({ detail }) => {
  const code: ErrorDetail['code'] = detail.code;
  console.log(code, detail.diagnostics.map(({ pointer }) => pointer), detail.names);
});
document.body.addEventListener('support-calculator-copy', ({ detail }) => console.log(detail.what, detail.text));
// @ts-expect-error a text
made.plan = 7;
// @ts-expect-error there is no such attribute
made.vendor = 'spacelift';
// @ts-expect-error a ready calculator copies nothing
made.addEventListener('support-calculator-ready', ({ detail }) => detail.text);
`;

const widgetOnly = `
import './calculator/widget.js';

export const calculator: HTMLElement & { policySrc: string | null } = document.createElement('support-calculator');
`;

test('a host can write by the declarations', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'supportcalc-types-'));
  try {
    await mkdir(path.join(folder, 'calculator'));
    for (const name of ['element', 'widget', 'calculator']) await cp(path.join(dist, `${name}.d.ts`), path.join(folder, `calculator/${name}.d.ts`));
    await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
    await writeFile(path.join(folder, 'host.ts'), host);
    await writeFile(path.join(folder, 'widget.ts'), widgetOnly);
    const options = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
    for (const file of ['host.ts', 'widget.ts']) {
      check(folder, ...options, '--module', 'nodenext', file);
      check(folder, ...options, '--module', 'esnext', '--moduleResolution', 'bundler', file);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

// The two cannot give the same tag and events to all pages at once, so the declarations are taken without that part.
test('the declarations are those of the sources', async () => {
  const folder = await mkdtemp(path.join(root, 'build/types-'));
  try {
    const [own] = (await readFile(path.join(root, 'packages/widget/element.d.ts'), 'utf8')).split('declare global');
    await writeFile(path.join(folder, 'declared.d.ts'), own.replaceAll('./calculator.d.ts', '#wasm'));
    await writeFile(path.join(folder, 'same.ts'), `
      import type * as Declared from './declared.d.ts';
      import type * as Real from '../../web/src/widget/element-entry.ts';

      type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
      // For the browser and for what draws the calculator, and so not for hosts.
      type Inner = 'connectedCallback' | 'disconnectedCallback' | 'attributeChangedCallback' | 'link' | 'hasFallback' | 'showFallback' | 'shown';
      type Own<T> = Omit<T, keyof HTMLElement | Inner>;
      type Written<T> = { [Name in keyof T]: T[Name] };
      export const same: {
        element: Same<Written<Own<Declared.SupportCalculator>>, Written<Own<Real.SupportCalculator>>>;
        change: Same<Written<Declared.ChangeDetail>, Written<Real.ChangeDetail>>;
        error: Same<Written<Declared.ErrorDetail>, Written<Real.ErrorDetail>>;
        copy: Same<Written<Declared.CopyDetail>, Written<Real.CopyDetail>>;
        exported: Same<keyof typeof Declared, keyof typeof Real>;
        attributes: Same<(typeof Declared.SupportCalculator)['observedAttributes'], (typeof Real.SupportCalculator)['observedAttributes']>;
        define: Same<typeof Declared.define, typeof Real.define>;
      } = { element: true, change: true, error: true, copy: true, exported: true, attributes: true, define: true };`);
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({
      extends: '../../tsconfig.json',
      compilerOptions: { paths: { '#wasm': ['../../wasm/index.d.ts'], '#wasm-reports': ['../../wasm/reports.d.ts'] }, types: ['../../node_modules/vite/client', 'node'] },
      include: ['same.ts'],
      exclude: [],
    }));
    check(folder, '-p', '.');
  } finally {
    await rm(folder, { recursive: true });
  }
});
