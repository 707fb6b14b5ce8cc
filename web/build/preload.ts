import type { Plugin } from "vite";

// The module of the first result; the other one is for views that ask for it themselves.
const module = /(^|\/)supportcalc-page-[\w-]{8}\.wasm$/;

/** Lets the browser ask for the module at once, not only when the script asks for them. */
export function preload(): Plugin {
  return {
    name: "supportcalc-preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => module.test(name))
          .map((name) => ({
            tag: "link",
            attrs: { rel: "preload", as: "fetch", crossorigin: true, href: `./${name}` },
            injectTo: "head" as const,
          })),
    },
  };
}
