// The languages there are catalogues for (web/build/languages.ts).
import { languageNames } from "#languages";

/** The code of a language with a catalogue, "en"; `asLanguage` makes one of what a page or a visitor says. */
export type Language = string;

export const languages: readonly Language[] = Object.keys(languageNames);

/** What a language calls itself. */
export function nameOf(language: Language): string {
  return languageNames[language] ?? language;
}

/** The language of a tag, also of one with a region, "de-AT"; null when there is no catalogue for it. */
export function asLanguage(tag: string | null | undefined): Language | null {
  const base = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language === base) ?? null;
}
