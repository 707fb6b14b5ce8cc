import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { isNamed, namedBy, type Named } from "./said.ts";

const name = /^#strings\/([a-z]+)-(\w+)$/;

/** The parts of a catalogue in the order they are loaded, each with the modules that are loaded with it. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/**
 * The part that each of `keys` belongs to: the first whose modules name it (web/build/said.ts). What no module names is in none;
 * it is the command's.
 */
export function partsOf(keys: readonly string[], parts: Parts): Map<string, string> {
  const named = Object.entries(parts).map(([part, modules]): [string, Named] => [part, namedBy(modules)]);
  return new Map(
    keys.flatMap((key) => {
      const [part] = named.find(([, own]) => isNamed(own, key)) ?? [];
      return part === undefined ? [] : [[key, part] as const];
    }),
  );
}

/** A catalogue in parts, so that the first result does not wait for words that are said later or in other views. */
export function strings(folder: string, parts: Parts): Plugin {
  let known: Map<string, string> | null = null; // of English, whose keys all languages have
  const forget = (): void => {
    known = null;
  };
  return {
    name: "supportcalc-strings",
    buildStart: forget,
    watchChange: forget,
    // Without "#", which ends the path of an address: the development server asks for it by one.
    resolveId: (id) => (name.test(id) ? id.replace("#", "\0") : null),
    load(id) {
      const [, language = "", part] = name.exec(id.replace("\0", "#")) ?? [];
      if (part === undefined) return null;
      const file = path.join(folder, `${language}.json`);
      this.addWatchFile(file);
      const all = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>);
      known ??= partsOf(all.map(([key]) => key), parts);
      return `export default ${JSON.stringify(Object.fromEntries(all.filter(([key]) => known?.get(key) === part)))};`;
    },
  };
}
