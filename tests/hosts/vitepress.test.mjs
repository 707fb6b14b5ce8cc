import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { build } from 'vitepress';

import { assertWritten, follow, walk } from './site.mjs';

let place;
before(async () => {
  place = await follow({
    guide: 'vitepress',
    files: {
      '.vitepress/config.mjs': (code) => code,
      'index.md': (code) => `${code}\n[To the other page](./other.md)\n`,
      'other.md': '# Other\n\n[Back to support](./index.md)\n',
      'public/favicon.ico': '', // browsers ask for one
    },
    calculator: 'public/calculator',
    output: '.vitepress/dist',
    policy: "style-src 'self' 'unsafe-inline'; font-src 'self'",
    build: (folder) => build(folder),
  });
});
after(() => place?.close());

test('VitePress writes the page with the element and its fallback', () => assertWritten(place.site));

test('in a site of VitePress it runs, follows the colour scheme, and survives client navigation', () =>
  walk(place, {
    spa: true,
    page: { colorScheme: 'dark' },
    async look(page) {
      const ground = await page.locator('support-calculator .answer').evaluate((node) => getComputedStyle(node).backgroundColor);
      assert.equal(ground, 'rgb(23, 32, 36)');
    },
  }));
