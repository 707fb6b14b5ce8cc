import { build, type Plugin, type Rolldown } from "vite";
import { languages, languagesIn } from "./languages.ts";

// A script by itself: it runs before there is anything to import.
async function scriptOf(source: string, strings: string, define: Record<string, unknown>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [languages(strings)],
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    build: { write: false, target: "es2022", rolldownOptions: { input: source, output: { format: "iife" } } },
  });
  const [chunk] = (result as Rolldown.RolldownOutput).output;
  return chunk.code.trim();
}

/** Puts a script within the page that asks at once for what the first answer needs, not only when a script that needs it has arrived. */
export function prefetch(source: string, strings: string): Plugin {
  return {
    name: "supportcalc-prefetch",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html, { bundle }) {
        const names = Object.keys(bundle ?? {});
        const one = (form: RegExp): string => {
          const [name, another] = names.filter((candidate) => form.test(candidate));
          if (name === undefined || another !== undefined) throw new Error(`the build holds ${another ? "several" : "no"} ${form.source}`);
          return name;
        };
        const script = await scriptOf(source, strings, {
          // Of the first result; other views ask for theirs.
          __MODULE__: one(/^assets\/supportcalc-page-[\w-]{8}\.wasm$/),
          __WORDS__: Object.fromEntries(languagesIn(strings).map((language) => [language, one(new RegExp(`^assets/${language}-first-[\\w-]{8}\\.js$`))])),
          __FIRST__: names.flatMap((name) => /^first\/en\/(.+)$/.exec(name)?.[1] ?? []),
        });
        const tags = [{ tag: "script", children: script, injectTo: "head" as const }];
        // It need not wait for the end of the page, and to draw an empty page first would only delay what fills it.
        return { html: html.replace('<script type="module"', '<script type="module" async blocking="render"'), tags };
      },
    },
  };
}
