import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { assertWritten, follow, run, walk } from './site.mjs';

// Instant navigation takes the pages of the sitemap, so it has to know where the site is. Fonts would come from elsewhere.
const config = (url) => `site_name: Acorn
site_url: ${url}
theme:
  name: material
  font: false
  custom_dir: overrides
  features: [navigation.instant]
  palette: {scheme: slate}
extra_css: [extra.css]
`;

let place;
before(async () => {
  place = await follow({
    guide: 'mkdocs',
    files: {
      'overrides/main.html': (code) => code,
      'docs/index.md': (code) => `# Support\n\n${code}\n[To the other page](other.md)\n`,
      'docs/extra.css': (code) => code,
      'docs/other.md': '# Other\n\n[Back to support](index.md)\n',
    },
    calculator: 'docs/calculator',
    output: 'site',
    policy: "style-src 'self' 'unsafe-inline'; font-src 'self'; worker-src 'self'",
    async build(folder, url) {
      await writeFile(path.join(folder, 'mkdocs.yml'), config(url));
      run(folder, 'mkdocs', 'build', '--quiet');
    },
  });
});
after(() => place?.close());

test('MkDocs writes the page with the element and its fallback', () => assertWritten(place.site));

test('in a site of Material for MkDocs it runs, follows the palette, and survives instant navigation', () =>
  walk(place, {
    spa: true,
    async look(page) {
      const ground = await page.locator('support-calculator .answer').evaluate((node) => getComputedStyle(node).backgroundColor);
      assert.equal(ground, 'rgb(23, 32, 36)');
    },
  }));
