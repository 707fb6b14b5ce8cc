// Serves a folder of built files on localhost, with the headers a real host should send.
//
//   node tools/serve.mjs [FOLDER] [PORT]     FOLDER is dist, PORT 8080 or the next free one
//
// Only files that exist under the folder are served; nothing is listed, written or executed.
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { cacheOf, commonHeaders, policyOf } from './csp.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

export const contentSecurityPolicy = policyOf('/');

const securityHeaders = { ...commonHeaders, 'content-security-policy': contentSecurityPolicy };

const encodings = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
];

// The encodings a request accepts: "gzip, br;q=0" accepts gzip alone.
function accepts(header, encoding) {
  return (header ?? '').split(',').some((part) => {
    const [name, ...parameters] = part.trim().split(/\s*;\s*/);
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

async function fileStatus(file) {
  const status = await stat(file).catch(() => undefined);
  return status?.isFile() ? status : undefined;
}

// The file a URL path stands for, or undefined. `root` is a real path.
async function fileOf(root, urlPath) {
  let decoded;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const joined = path.join(root, decoded);
  const file = await realpath(decoded.endsWith('/') ? path.join(joined, 'index.html') : joined).catch(() => undefined);
  // The real path, so that neither ".." nor a link leads out of the folder.
  return file?.startsWith(root + path.sep) && (await fileStatus(file)) ? file : undefined;
}

function redirect(response, location) {
  response.writeHead(308, { ...securityHeaders, location, 'content-length': 0 }).end();
}

async function answer(root, headers, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...securityHeaders, allow: 'GET, HEAD', 'content-length': 0 }).end();
    return;
  }
  const [rawPath, query] = request.url.split(/\?(.*)/s);
  let status = 200;
  let file = await fileOf(root, rawPath);
  if (!file && !rawPath.endsWith('/') && (await fileOf(root, `${rawPath}/`))) {
    // A path and not "//host": what is redirected to stays on this server.
    redirect(response, `/${rawPath.replace(/^\/+/, '')}/${query ? `?${query}` : ''}`);
    return;
  }
  if (!file) {
    status = 404;
    file = await fileOf(root, '/404.html');
  }
  if (!file) {
    const text = '404: there is no such page here.\n';
    response.writeHead(404, {
      ...securityHeaders, ...headers, 'content-type': types['.txt'], 'content-length': Buffer.byteLength(text),
    });
    response.end(request.method === 'HEAD' ? undefined : text);
    return;
  }

  const type = types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  let served = file;
  const fields = { vary: 'accept-encoding' };
  for (const { name, extension } of encodings) {
    if (accepts(request.headers['accept-encoding'], name) && (await fileStatus(file + extension))) {
      served = file + extension;
      fields['content-encoding'] = name;
      break;
    }
  }
  const html = file.endsWith('.html') ? await readFile(file, 'utf8') : undefined;
  const { size, mtimeMs } = await stat(served);
  const etag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
  Object.assign(fields, commonHeaders, { 'content-security-policy': policyOf(rawPath, html) }, headers, {
    'content-type': type,
    'content-length': size,
    etag,
    'cache-control': cacheOf(file),
  });
  if (status === 200 && request.headers['if-none-match'] === etag) {
    delete fields['content-length'];
    response.writeHead(304, fields).end();
    return;
  }
  response.writeHead(status, fields);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(served).on('error', () => response.destroy()).pipe(response);
}

/**
 * Starts a server for `folder` on the loopback interface.
 *
 * @param {object} [options]
 * @param {string} [options.folder] what to serve; default `dist` of this repository
 * @param {number} [options.port] 0 takes any free port
 * @param {boolean} [options.nextFree] try the ports after `port` when it is taken
 * @param {Record<string, string>} [options.headers] added to every answer, or put in place of the default ones
 * @returns {Promise<{url: string, port: number, close(): Promise<void>}>}
 */
export async function serve({ folder, port = 0, nextFree = false, headers = {} } = {}) {
  const root = await realpath(folder ?? fileURLToPath(new URL('../dist', import.meta.url)));
  const server = createServer((request, response) => {
    answer(root, headers, request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, securityHeaders);
      response.end();
    });
  });
  const listen = (candidate) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(candidate, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  for (let candidate = port; ; candidate++) {
    try {
      await listen(candidate);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || !nextFree || candidate >= port + 100) throw error;
    }
  }
  const actual = server.address().port;
  return {
    url: `http://localhost:${actual}/`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
  const [folder, port] = process.argv.slice(2);
  try {
    const { url } = await serve({ folder, port: Number(port ?? process.env.PORT ?? 8080), nextFree: !process.env.PORT });
    console.log(`Serving ${folder ?? 'dist'} on ${url}  (Ctrl-C ends it)`);
  } catch (error) {
    console.error(`Cannot serve ${folder ?? 'dist'}: ${error.message}`);
    process.exitCode = 1;
  }
}
