// Drives Chromium by its DevTools protocol alone. What drives tests follows every request and every frame, which here takes as
// long as the page does.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { chromiumFlags, chromiumPath } from './browser.mjs';

/**
 * Starts a browser that knows nothing yet.
 *
 * @returns {Promise<{send(method: string, parameters?: object, session?: string): Promise<object>,
 *   listen(listener: (event: {method: string, params: object, sessionId?: string}) => void): () => void, close(): Promise<void>}>}
 *   `send` fails when the browser refuses or ends; `listen` gives what ends it.
 */
export async function startChromium() {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'supportcalc-chromium-'));
  const browser = spawn(chromiumPath, [...chromiumFlags, '--remote-debugging-pipe', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , requests, answers] = browser.stdio;
  const waiting = new Map();
  const listeners = new Set();
  const ended = new Promise((resolve) => {
    browser.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`${chromiumPath} has ended with ${code}`));
      resolve();
    });
  });
  let last = 0;
  let rest = '';
  answers.setEncoding('utf8').on('data', (data) => {
    const messages = (rest + data).split('\0');
    rest = messages.pop();
    for (const { id, result, error, ...event } of messages.map((message) => JSON.parse(message))) {
      if (id === undefined) for (const listener of listeners) listener(event);
      else {
        const { resolve, reject } = waiting.get(id);
        waiting.delete(id);
        if (error) reject(new Error(error.message));
        else resolve(result);
      }
    }
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      requests.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return {
    send,
    listen(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    async close() {
      await send('Browser.close').catch(() => undefined); // it may have ended by itself
      await ended;
      await rm(profile, { recursive: true, maxRetries: 5 });
    },
  };
}
