import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';

import { assertWritten, follow, run, walk } from './site.mjs';

const docusaurus = fileURLToPath(new URL('node_modules/@docusaurus/core/bin/docusaurus.mjs', import.meta.url));

// What `create-docusaurus` writes, as far as a site of two pages needs it; the guide's part is put over it.
const config = `import guide from './docusaurus.config.js';

export default {
  title: 'Acorn',
  url: 'https://acorn.example',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: undefined }, blog: false, pages: false }]],
  ...guide,
};
`;

let place;
before(async () => {
  place = await follow({
    guide: 'docusaurus',
    files: {
      'package.json': '{"private": true}',
      'docusaurus.config.js': (code) => code,
      'docs/index.mdx': (code) => `---\nslug: /\n---\n\n# Support\n\n${code}\n[To the other page](./other.mdx)\n`,
      'docs/other.mdx': '# Other\n\n[Back to support](./index.mdx)\n',
      'whole.config.js': config,
      'static/favicon.ico': '', // browsers ask for one
    },
    calculator: 'static/calculator',
    output: 'build',
    policy: "style-src 'self' 'unsafe-inline'; font-src 'self'",
    build: (folder) => run(folder, process.execPath, docusaurus, 'build', '--config', 'whole.config.js'),
  });
});
after(() => place?.close());

test('Docusaurus writes the page with the element and its fallback', () => assertWritten(place.site));

test('in a site of Docusaurus it runs, follows the colour mode, and survives client navigation', () =>
  walk(place, {
    spa: true,
    async look(page) {
      const ground = () => page.locator('support-calculator .answer').evaluate((node) => getComputedStyle(node).backgroundColor);
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
      assert.equal(await ground(), 'rgb(23, 32, 36)');
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
      assert.notEqual(await ground(), 'rgb(23, 32, 36)');
    },
  }));
