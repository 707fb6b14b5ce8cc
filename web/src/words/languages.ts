export type Language = "en" | "de";

export const languages: readonly Language[] = ["en", "de"];
/** What each language calls itself. */
export const languageNames: Record<Language, string> = { en: "English", de: "Deutsch" };

export function asLanguage(tag: string | null | undefined): Language | null {
  const base = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language === base) ?? null;
}
