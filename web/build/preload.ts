import type { Plugin, Rolldown } from "vite";

// The module of the first result, and the page itself; other views ask for theirs.
const isModule = (name: string): boolean => /^assets\/supportcalc-page-[\w-]{8}\.wasm$/.test(name);
const isPage = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputChunk => file.type === "chunk" && file.name === "main";

/** Lets the browser ask for these at once, not only when a script asks for them. */
export function preload(): Plugin {
  return {
    name: "supportcalc-preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, chunk: entry }) {
        const files = Object.values(bundle ?? {});
        const scripts = files.filter(isPage).flatMap(({ fileName, imports }) => [fileName, ...imports.filter((name) => name !== entry?.fileName)]);
        const modules = files.map(({ fileName }) => fileName).filter(isModule);
        const link = (name: string, attrs: Record<string, string>) => ({
          tag: "link",
          attrs: { ...attrs, crossorigin: true, href: `./${name}` },
          injectTo: "head" as const,
        });
        const tags = [
          ...scripts.map((name) => link(name, { rel: "modulepreload" })),
          ...modules.map((name) => link(name, { rel: "preload", as: "fetch" })),
        ];
        // To draw an empty page first would only delay what fills it.
        return { html: html.replace('<script type="module"', '<script type="module" blocking="render"'), tags };
      },
    },
  };
}
