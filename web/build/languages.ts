// Which languages there are: those web/strings has a catalogue for. Nothing else lists them.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

/** Codes of the languages with a catalogue in a folder: English, then the others in alphabetical order. */
export function languagesIn(folder: string): string[] {
  const others = readdirSync(folder)
    .flatMap((name) => /^([a-z]+)\.json$/.exec(name)?.[1] ?? [])
    .filter((language) => language !== "en");
  return ["en", ...others.sort()];
}

/** What a language calls itself, as it stands by itself: "English", "Deutsch", "Français". */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

const object = (members: (readonly [key: string, value: string])[]): string =>
  `{ ${members.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(", ")} }`;

const loaders = (files: (readonly [language: string, file: string])[]): string =>
  object(files.map(([language, file]) => [language, `() => import(${JSON.stringify(file)})`]));

/** The modules that depend on which languages there are: web/src/vite-env.d.ts says what each exports. */
function modulesOf(folder: string): Record<string, string> {
  const all = languagesIn(folder);
  const part = (name: string): string => loaders(all.map((language) => [language, `#strings/${language}-${name}`]));
  const diagnostics = all.map((language) => [language, path.join(folder, "diagnostics", `${language}.json`)] as const);
  return {
    "#languages": `export const languageNames = ${object(all.map((language) => [language, JSON.stringify(ownName(language))]))};`,
    "#catalogues": `export const first = ${part("first")}, details = ${part("details")}, reports = ${part("reports")};`,
    "#diagnostics": `export const diagnostics = ${loaders(diagnostics.filter(([, file]) => existsSync(file)))};`,
  };
}

/** Lets scripts know the languages there are, and load their catalogues. */
export function languages(folder: string): Plugin {
  return {
    name: "supportcalc-languages",
    // Without "#", which ends the path of an address: the development server asks for it by one.
    resolveId: (id) => (id in modulesOf(folder) ? id.replace("#", "\0") : null),
    load: (id) => modulesOf(folder)[id.replace("\0", "#")] ?? null,
  };
}
