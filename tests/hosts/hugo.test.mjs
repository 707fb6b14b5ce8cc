import { after, before, test } from 'node:test';

import { assertWritten, follow, run, walk } from './site.mjs';

const layout = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="icon" href="data:,"></head>
<body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
`;

let place;
before(async () => {
  place = await follow({
    guide: 'hugo',
    files: {
      'config.toml': 'title = "Acorn"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
      'layouts/index.html': layout,
      'layouts/_default/single.html': layout,
      'layouts/shortcodes/support-calculator.html': (code) => code,
      'content/_index.md': (code) => `---\ntitle: Support\n---\n\n${code}\n\n[To the other page](other/)\n`,
      'content/other.md': '---\ntitle: Other\n---\n\n[Back to support](../)\n',
    },
    calculator: 'static/calculator',
    output: 'public',
    policy: "style-src 'self'; require-trusted-types-for 'script'; base-uri 'none'",
    build: (folder, url) => run(folder, 'hugo', '--quiet', '--baseURL', url),
  });
});
after(() => place?.close());

test('Hugo writes the page with the element and its fallback', () => assertWritten(place.site));

test('in a site of Hugo it runs, and again when its page is opened again', () => walk(place, { spa: false }));
