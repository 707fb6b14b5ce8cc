// Diagnostics in words: English comes from the core, other languages from catalogues that are loaded when one is shown.
import { diagnostics as loaders, type Words } from "#diagnostics";
import type { Diagnostic } from "#wasm";
import type { Catalog } from "./catalog.ts";
import type { Language } from "./languages.ts";
import { importPart } from "../files/import-part.ts";

const loaded = new Map<Language, Words>();

/** Whether there are words that are not yet loaded. */
export function lacksWords(language: Language): boolean {
  return language in loaders && !loaded.has(language);
}

export async function loadWords(language: Language): Promise<void> {
  const load = loaders[language];
  if (load) loaded.set(language, (await importPart(language, load)).default);
}

export interface Sentences {
  language: Language;
  message: string;
  hint: string;
}

/** In the catalogue's language, or in English. */
export function sentencesOf(catalog: Catalog, { code, message, hint, parameters }: Diagnostic): Sentences {
  const own = loaded.get(catalog.language)?.[code];
  if (own === undefined) return { language: "en", message, hint };
  // Of lists, what is empty; of names, where none is near.
  const shown = { nearest: "Europe/Zurich", ...parameters };
  const filled = Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, value === "" ? "–" : value]));
  return { language: catalog.language, message: catalog.fill(own.message, filled), hint: catalog.fill(own.hint, filled) };
}
