import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Plugin } from "vite";
import { languagesIn } from "./languages.ts";
import { policyIndex } from "./policies.ts";

// The command is given the policies of the page: it refuses them if it was built with others of the same names.
function tables(command: string, root: string, name: string, language: string): string {
  if (!existsSync(command)) {
    throw new Error(`The tables of the policies are written by the command, and ${command} is not there. Build it by script/build command, or name one in SUPPORTCALC.`);
  }
  return execFileSync(command, ["show", name, "--html", "--lang", language, "--policies", root], { encoding: "utf8" });
}

/**
 * Puts `policies/zitadel/2023-11-15.en.html` and the like into the build: every policy as tables, which page and widget show
 * where the core cannot run.
 */
export function stated(root: string, strings: string, command: string): Plugin {
  return {
    name: "supportcalc-stated",
    generateBundle() {
      for (const { id, revisions } of policyIndex(root).policies) {
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
