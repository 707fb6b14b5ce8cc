import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { languagesIn, ownName } from "./languages.ts";
import { hashOf } from "./widget.ts";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function unindented(text: string): string {
  const lines = text.replace(/^\n+|\s+$/g, "").split("\n");
  const depth = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(depth)).join("\n");
}

/**
 * Copies the pages that show the ways of embedding. What stands between the marks runs in the page and is shown as its code, so
 * that the two cannot differ; addresses, hashes and the languages there are catalogues for are filled in.
 */
export function variants(source: string, origin: string, version: string, files: readonly string[], strings: string): Plugin {
  let dist = "";
  return {
    name: "supportcalc-variants",
    apply: "build",
    configResolved(config) {
      dist = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      handler() {
        const target = path.join(dist, "variants");
        mkdirSync(target, { recursive: true });
        for (const file of files) copyFileSync(file, path.join(target, path.basename(file)));
        for (const name of readdirSync(source)) {
          let text = readFileSync(path.join(source, name), "utf8");
          if (name.endsWith(".html")) {
            text = text
              .replaceAll("{{origin}}", origin)
              .replaceAll("{{version}}", version)
              .replace(/\{\{integrity ([\w./-]+)\}\}/g, (_, file: string) => hashOf(readFileSync(path.join(dist, file))));
            const languages = languagesIn(strings).map((language) => `<option value="${language}">${ownName(language)}</option>`);
            text = text.replace("<!-- languages -->", languages.join(""));
            const snippet = /<!-- snippet -->(.*)<!-- \/snippet -->/s.exec(text)?.[1] ?? "";
            text = text.replace("<!-- code -->", () => `<pre tabindex="0"><code>${escaped(unindented(snippet))}</code></pre>`);
          }
          writeFileSync(path.join(target, name), text);
        }
      },
    },
  };
}
