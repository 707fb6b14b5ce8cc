import type { Plugin } from "vite";
import { languagesIn } from "./languages.ts";
import { ask, policyIndex } from "./policies.ts";

function tables(command: string, root: string, name: string, language: string): string {
  return ask(command, "show", name, "--html", "--lang", language, "--policies", root);
}

/**
 * Puts `policies/zitadel/2023-11-15.en.html` and the like into the build: every policy as tables, which page and widget show
 * where the core cannot run.
 */
export function stated(root: string, strings: string, command: string): Plugin {
  return {
    name: "supportcalc-stated",
    generateBundle() {
      for (const { id, revisions } of policyIndex(root, command).policies) {
        for (const { revision } of revisions) {
          for (const language of languagesIn(strings)) {
            const source = tables(command, root, `${id}@${revision}`, language);
            this.emitFile({ type: "asset", fileName: `policies/${id}/${revision}.${language}.html`, source });
          }
        }
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, id, revision, language] = /^\/policies\/([\w-]+)\/([\w.-]+)\.(\w+)\.html$/.exec(request.url ?? "") ?? [];
        if (id === undefined || revision === undefined || language === undefined) {
          next();
          return;
        }
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(tables(command, root, `${id}@${revision}`, language));
      });
    },
  };
}
