// Message ids and parameters become words here. The same catalogues serve the command line.
import { later } from "./later.ts";
import type { Text } from "./policy.ts";

export type Language = "en" | "de";
type Entry = string | { one: string; other: string };
export type Params = Record<string, string | number>;

export const languages: readonly Language[] = ["en", "de"];
/** What each language calls itself. */
export const languageNames: Record<Language, string> = { en: "English", de: "Deutsch" };

export class Catalog {
  private readonly plural: Intl.PluralRules;
  private readonly number: Intl.NumberFormat;

  constructor(
    readonly language: Language,
    /** The visitor's own region where it speaks this language: it decides how dates and numbers look. */
    readonly locale: string,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {
    this.plural = new Intl.PluralRules(locale);
    this.number = new Intl.NumberFormat(locale);
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  say(key: string, params: Params = {}): string {
    const entry = this.entries.get(key);
    if (entry === undefined) return key;
    return this.fill(typeof entry === "string" ? entry : entry[this.form(params.count)], params);
  }

  /** A sentence with its parameters in place. */
  fill(pattern: string, params: Params): string {
    return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) return whole;
      return typeof value === "number" ? this.number.format(value) : value;
    });
  }

  /** The word of an id out of a family of ids, or the id itself where a policy brings its own. */
  word(family: string, id: string): string {
    const key = `${family}.${id}`;
    return this.has(key) ? this.say(key) : id;
  }

  /** A policy's text and the language it is in: English where it has no translation. */
  text(text: Text): { text: string; language: string } {
    if (typeof text === "string") return { text, language: "en" };
    const translated = text[this.language];
    return translated === undefined ? { text: text.en, language: "en" } : { text: translated, language: this.language };
  }

  private form(count: string | number | undefined): "one" | "other" {
    return this.plural.select(Number(count)) === "one" ? "one" : "other";
  }
}

export function asLanguage(tag: string | null | undefined): Language | null {
  const base = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language === base) ?? null;
}

function localeOf(language: Language): string {
  const own = navigator.languages.find((tag) => asLanguage(tag) === language && tag.includes("-"));
  // Without a region, English dates would be the American ones.
  return own ?? (language === "en" ? "en-GB" : language);
}

type Entries = Record<string, Entry>;
type Part = "first" | "reports";
type Loader = () => Promise<{ default: Entries }>;

// A catalogue comes in two parts (web/build/strings.ts): what the calculator says, and what the other views say.
const loaders: Record<Language, Record<Part, Loader>> = {
  en: { first: () => import("#strings/en-first"), reports: () => import("#strings/en-reports") },
  de: { first: () => import("#strings/de-first"), reports: () => import("#strings/de-reports") },
};

const loaded = new Map<string, Promise<Catalog>>();

function load(language: Language, parts: Part[]): Promise<Catalog> {
  const key = `${language} ${parts.join(" ")}`;
  let catalog = loaded.get(key);
  if (!catalog) {
    catalog = Promise.all(parts.map((part) => later(`${language}-${part}`, loaders[language][part]))).then(
      (modules) => new Catalog(language, localeOf(language), new Map(modules.flatMap((module) => Object.entries(module.default)))),
    );
    catalog.catch(() => loaded.delete(key));
    loaded.set(key, catalog);
  }
  return catalog;
}

export function loadCatalog(language: Language): Promise<Catalog> {
  return load(language, ["first"]);
}

/** The words of the calculator and of the other views. */
export function loadWholeCatalog(language: Language): Promise<Catalog> {
  return load(language, ["first", "reports"]);
}
