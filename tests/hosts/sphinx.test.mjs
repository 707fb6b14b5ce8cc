import { after, before, test } from 'node:test';

import { assertWritten, follow, run, walk } from './site.mjs';

let place;
before(async () => {
  place = await follow({
    guide: 'sphinx',
    files: {
      'conf.py': (code) => `project = "Acorn"\nhtml_static_path = ["_static"]\n${code}`,
      'index.rst': (code) => `Support\n=======\n\n${code}\n:doc:\`To the other page <other>\`\n\n.. toctree::\n   :hidden:\n\n   other\n`,
      'other.rst': 'Other\n=====\n\n:doc:`Back to support <index>`\n',
      '_static/favicon.ico': '',
    },
    calculator: '_static/calculator',
    output: 'site',
    policy: "style-src 'self' 'unsafe-inline'; font-src 'self'",
    // -W: warnings are errors
    build: (folder) => run(folder, 'sphinx-build', '-q', '-W', '-b', 'html', '-D', 'html_favicon=_static/favicon.ico', folder, 'site'),
  });
});
after(() => place?.close());

test('Sphinx writes the page with the element and its fallback', () => assertWritten(place.site));

test('in a site of Sphinx it runs, and again when its page is opened again', () => walk(place, { spa: false }));
