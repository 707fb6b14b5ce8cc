import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

import { contentSecurityPolicy, serve } from '../../tools/serve.mjs';

let base;
let server;

before(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'serve-'));
  const folder = path.join(base, 'dist');
  await mkdir(path.join(folder, 'embed'), { recursive: true });
  await writeFile(path.join(base, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, 'index.html'), '<h1>index</h1>');
  await writeFile(path.join(folder, 'early.html'), '<script>one()</script><script src="a.js"></script><script>two()</script>');
  await writeFile(path.join(folder, 'embed', 'index.html'), '<h1>embed</h1>');
  await writeFile(path.join(folder, '404.html'), '<h1>none</h1>');
  await writeFile(path.join(folder, 'index-B3xQz81f.js'), 'script');
  await writeFile(path.join(folder, 'index-B3xQz81f.js.br'), brotliCompressSync('script'));
  await writeFile(path.join(folder, 'supportcalc.wasm'), 'wasm');
  await symlink(path.join(base, 'secret.txt'), path.join(folder, 'link.txt'));
  server = await serve({ folder });
});

after(async () => {
  await server.close();
  await rm(base, { recursive: true });
});

// A request with the path as given: fetch() would tidy "..", and decode what comes compressed.
function get(requestPath, { headers = {}, method = 'GET' } = {}) {
  return new Promise((resolve, reject) => {
    http
      .request({ host: '127.0.0.1', port: server.port, path: requestPath, method, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
      })
      .on('error', reject)
      .end();
  });
}

test('a folder answers with its index', async () => {
  const { status, headers, body } = await get('/');
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(headers['cache-control'], 'no-cache');
  assert.equal(String(body), '<h1>index</h1>');
  assert.equal(String((await get('/embed/?policy=zitadel')).body), '<h1>embed</h1>');
});

test('a folder without its slash is redirected, and never to another host', async () => {
  assert.deepEqual([(await get('/embed')).status, (await get('/embed')).headers.location], [308, '/embed/']);
  assert.equal((await get('//embed?policy=zitadel')).headers.location, '/embed/?policy=zitadel');
});

test('every answer carries the security headers', async () => {
  for (const requestPath of ['/', '/supportcalc.wasm', '/nothing', '/embed']) {
    const { headers } = await get(requestPath);
    assert.equal(headers['content-security-policy'], contentSecurityPolicy);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
  }
});

test('scripts within a page are allowed by their hashes, and only there', async () => {
  const { headers } = await get('/early.html');
  const hashes = ['one()', 'two()'].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  assert.equal(headers['content-security-policy'], contentSecurityPolicy.replace("'wasm-unsafe-eval'", `$& ${hashes.join(' ')}`));
  assert.doesNotMatch((await get('/')).headers['content-security-policy'], /sha256/);
});

test('wasm is application/wasm', async () => {
  assert.equal((await get('/supportcalc.wasm')).headers['content-type'], 'application/wasm');
});

test('hashed names are immutable, and compressed for those who accept it', async () => {
  const plain = await get('/index-B3xQz81f.js');
  assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(String(plain.body), 'script');
  const compressed = await get('/index-B3xQz81f.js', { headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(compressed.headers['content-encoding'], 'br');
  assert.equal(compressed.headers['content-type'], 'text/javascript; charset=utf-8');
  assert.equal(String(brotliDecompressSync(compressed.body)), 'script');
  const refused = await get('/index-B3xQz81f.js', { headers: { 'accept-encoding': 'br;q=0' } });
  assert.equal(refused.headers['content-encoding'], undefined);
});

test('an unchanged file costs a 304', async () => {
  const { headers } = await get('/');
  assert.equal((await get('/', { headers: { 'if-none-match': headers.etag } })).status, 304);
});

test('nothing outside the folder is served', async () => {
  for (const requestPath of [
    '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/embed/../../secret.txt', '/..%5csecret.txt',
    '/link.txt', '/%00', '/%', '/index.html%00.js', '/embed/%2e%2e/%2e%2e/secret.txt',
  ]) {
    const { status, body } = await get(requestPath);
    assert.equal(status, 404, requestPath);
    assert.equal(String(body), '<h1>none</h1>', requestPath);
  }
});

test('HEAD has no body, other methods are refused', async () => {
  const { status, headers, body } = await get('/', { method: 'HEAD' });
  assert.deepEqual([status, headers['content-length'], body.length], [200, '14', 0]);
  assert.equal((await get('/', { method: 'POST' })).status, 405);
});

test('a taken port gives the next free one', async () => {
  const second = await serve({ folder: path.join(base, 'dist'), port: server.port, nextFree: true });
  assert.ok(second.port > server.port);
  await second.close();
  await assert.rejects(serve({ folder: path.join(base, 'dist'), port: server.port }), { code: 'EADDRINUSE' });
});
