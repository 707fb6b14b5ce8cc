// What lies in dist beside the page: headers, checksums; and that a build depends on nothing but its sources.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

import { serve } from '../../tools/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = path.join(root, 'dist');

const filesIn = async (folder) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

test('every file has its checksum', async () => {
  const sums = (await readFile(path.join(dist, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n').map((line) => line.split('  '));
  assert.deepEqual(sums.map(([, name]) => name).sort(), (await filesIn(dist)).filter((name) => name !== 'SHA256SUMS'));
  for (const [sum, name] of sums) {
    assert.equal(createHash('sha256').update(await readFile(path.join(dist, name))).digest('hex'), sum, name);
  }
});

test('what is compressed holds what it stands for', async () => {
  const files = await filesIn(dist);
  const compressed = files.filter((name) => name.endsWith('.br'));
  assert.ok(compressed.length > 20);
  for (const name of compressed) {
    const bytes = await readFile(path.join(dist, name));
    assert.deepEqual(brotliDecompressSync(bytes), await readFile(path.join(dist, name.slice(0, -3))), name);
  }
});

// "/*" and "/assets/*" match what begins so; anything else one address.
function rulesOf(text) {
  return text.trim().split('\n\n').map((block) => {
    const [address, ...lines] = block.split('\n');
    return {
      matches: (url) => (address.endsWith('*') ? url.startsWith(address.slice(0, -1)) : url === address),
      headers: lines.map((line) => line.trim().split(/: (.*)/s)),
    };
  });
}

test('_headers says what script/server sends, and no header twice', async () => {
  const rules = rulesOf(await readFile(path.join(dist, '_headers'), 'utf8'));
  const server = await serve({ folder: dist });
  try {
    for (const name of ['', 'variants/', ...(await filesIn(dist)).filter((file) => !file.endsWith('.br'))]) {
      const { headers, status } = await fetch(`${server.url}${name}`, { method: 'HEAD' });
      assert.equal(status, 200);
      const said = rules.filter(({ matches }) => matches(`/${name}`)).flatMap((rule) => rule.headers);
      assert.equal(new Set(said.map(([key]) => key)).size, said.length, name);
      for (const [key, value] of said) assert.equal(headers.get(key), value, `${name}: ${key}`);
      if (name === '' || /(\/|\.html)$/.test(name)) assert.ok(said.some(([key]) => key === 'content-security-policy'), name);
    }
  } finally {
    await server.close();
  }
});

test('the nginx example has the same policies', async () => {
  const text = await readFile(path.join(dist, 'nginx.conf'), 'utf8');
  const server = await serve({ folder: dist });
  try {
    for (const name of ['', 'variants/']) {
      const { headers } = await fetch(`${server.url}${name}`, { method: 'HEAD' });
      assert.ok(text.includes(`"${headers.get('content-security-policy')}"`));
    }
  } finally {
    await server.close();
  }
});

test('two builds are the same', async () => {
  const again = await mkdtemp(path.join(os.tmpdir(), 'supportcalc-dist-'));
  try {
    execFileSync('npm', ['run', '--silent', 'build:web'], {
      cwd: root, env: { ...process.env, SUPPORTCALC_DIST_DIR: again, TZ: 'America/Lima' }, stdio: ['ignore', 'ignore', 'inherit'],
    });
    assert.equal(await readFile(path.join(again, 'SHA256SUMS'), 'utf8'), await readFile(path.join(dist, 'SHA256SUMS'), 'utf8'));
  } finally {
    await rm(again, { recursive: true });
  }
});
