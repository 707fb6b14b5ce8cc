import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const name = /^#strings\/([a-z]+)-(first|reports)$/;
const reports = /^(compare|audit)\./;

/** A catalogue in two parts, so that the first result does not wait for words that only other views say. */
export function strings(folder: string): Plugin {
  return {
    name: "supportcalc-strings",
    resolveId: (id) => (name.test(id) ? `\0${id}` : null),
    load(id) {
      const [, language = "", part] = name.exec(id.slice(1)) ?? [];
      if (part === undefined) return null;
      const file = path.join(folder, `${language}.json`);
      this.addWatchFile(file);
      const all = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
      const own = Object.entries(all).filter(([key]) => reports.test(key) === (part === "reports"));
      return `export default ${JSON.stringify(Object.fromEntries(own))};`;
    },
  };
}
