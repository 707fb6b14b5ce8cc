import type { Plugin } from "vite";

/** Lets the browser ask for the module and the index of policies at once, not only when the script asks for them. */
export function preload(): Plugin {
  return {
    name: "supportcalc-preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => name.endsWith(".wasm") || name === "policies/index.json")
          .map((name) => ({
            tag: "link",
            attrs: { rel: "preload", as: "fetch", crossorigin: true, href: `./${name}` },
            injectTo: "head" as const,
          })),
    },
  };
}
