import { asLanguage, type Language } from "../words/languages.ts";
import { remembered } from "./remembered.ts";

/** What the visitor chose, or else what the browser asks for. */
export function preferredLanguage(): Language {
  const wanted = [remembered("language"), ...navigator.languages];
  return wanted.map(asLanguage).find((language) => language !== null) ?? "en";
}
