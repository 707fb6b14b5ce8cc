// Message ids and parameters become words here. The same catalogues serve the command line.
import { asLanguage, type Language } from "./languages.ts";
import { importPart } from "../files/import-part.ts";
import type { Text } from "../files/policy.ts";

type Entry = string | { one: string; other: string };
export type Params = Record<string, string | number>;

export class Catalog {
  // Made when first needed: either takes as long as drawing half the form.
  private plural: Intl.PluralRules | undefined;
  private number: Intl.NumberFormat | undefined;

  constructor(
    readonly language: Language,
    /** The visitor's own region where it speaks this language: it decides how dates and numbers look. */
    readonly locale: string,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

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
      if (typeof value !== "number") return value;
      this.number ??= new Intl.NumberFormat(this.locale);
      return this.number.format(value);
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
    this.plural ??= new Intl.PluralRules(this.locale);
    return this.plural.select(Number(count)) === "one" ? "one" : "other";
  }
}

function localeOf(language: Language): string {
  const own = navigator.languages.find((tag) => asLanguage(tag) === language && tag.includes("-"));
  // Without a region, English dates would be the American ones.
  return own ?? (language === "en" ? "en-GB" : language);
}

type Entries = Record<string, Entry>;
/** Loads a part of a catalogue; its file is named for language and part. */
type Part = [name: string, load: Record<Language, () => Promise<{ default: Entries }>>];

// A catalogue comes in parts (web/build/strings.ts): what is said until the first answer and around it by the page, below it, and
// by the other views.
const first: Part = ["first", { en: () => import("#strings/en-first"), de: () => import("#strings/de-first") }];
const details: Part = ["details", { en: () => import("#strings/en-details"), de: () => import("#strings/de-details") }];
const reports: Part = ["reports", { en: () => import("#strings/en-reports"), de: () => import("#strings/de-reports") }];

const loaded = new Map<string, Promise<Catalog>>();

function load(language: Language, parts: Part[]): Promise<Catalog> {
  const key = `${language} ${parts.map(([name]) => name).join(" ")}`;
  let catalog = loaded.get(key);
  if (!catalog) {
    catalog = Promise.all(parts.map(([name, loaders]) => importPart(`${language}-${name}`, loaders[language]))).then(
      (modules) => new Catalog(language, localeOf(language), new Map(modules.flatMap((module) => Object.entries(module.default)))),
    );
    catalog.catch(() => loaded.delete(key));
    loaded.set(key, catalog);
  }
  return catalog;
}

/** What is said until the first answer and, in the page, around it. */
export function loadFirstWords(language: Language): Promise<Catalog> {
  return load(language, [first]);
}

/** All that the calculator says. */
export function loadCatalog(language: Language): Promise<Catalog> {
  return load(language, [first, details]);
}

/** The words of the calculator and of the other views. */
export function loadWholeCatalog(language: Language): Promise<Catalog> {
  return load(language, [first, details, reports]);
}
