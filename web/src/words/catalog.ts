// Message ids and parameters become words here. The same catalogues serve the command line.
import { details, first, reports, type Entry, type Loaders } from "#catalogues";
import { asLanguage, type Language } from "./languages.ts";
import { importPart } from "../files/import-part.ts";
import type { Text } from "../files/policy.ts";

/** A length of time to be said. */
export interface Span {
  seconds: number;
  /** Counted while a clock ran that stops at night: 24 hours of it are no day. */
  open?: boolean;
}

/** A text as it stands, a number or a length of time. */
export type Params = Record<string, string | number | Span>;

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
    return this.fill(typeof entry === "string" ? entry : (entry[this.category(params.count)] ?? entry.other), params);
  }

  /** A sentence with its parameters in place. A length of time stands in the grammatical case it wants: `{duration:dative}`. */
  fill(pattern: string, params: Params): string {
    return pattern.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name: string, form: string | undefined) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) return whole;
      if (typeof value === "string") return value;
      if (typeof value !== "number") return this.duration(value, form);
      this.number ??= new Intl.NumberFormat(this.locale);
      return this.number.format(value);
    });
  }

  /**
   * A length of time, cut to whole minutes: the two largest of days, hours and minutes, in full words ("1m" is read out as "1 metre");
   * hours and minutes alone where it is open time. `form` is a grammatical case ("dative").
   */
  duration({ seconds, open = false }: Span, form?: string): string {
    const key = (unit: string): string => (form === undefined ? `duration.${unit}` : `duration-${form}.${unit}`);
    const minutes = Math.floor(seconds / 60);
    const days = open ? 0 : Math.floor(minutes / 1440);
    const parts: [string, number][] = [
      ["days", days],
      ["hours", Math.floor(minutes / 60) - days * 24],
      ["minutes", minutes % 60],
    ];
    const first = parts.findIndex(([, count]) => count > 0);
    let words = parts
      .slice(first, first + 2)
      .filter(([, count]) => count > 0)
      .map(([unit, count]) => this.say(key(unit), { count }))
      .join(" ");
    if (first < 0) words = seconds > 0 ? this.say(key("under-minute")) : this.say(key("minutes"), { count: 0 });
    return open ? this.say("duration.open", { duration: words }) : words;
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

  private category(count: Params[string] | undefined): Intl.LDMLPluralRule {
    if (typeof count !== "number") return "other";
    this.plural ??= new Intl.PluralRules(this.locale);
    return this.plural.select(count);
  }
}

function localeOf(language: Language): string {
  const own = navigator.languages.find((tag) => asLanguage(tag) === language && tag.includes("-"));
  // Without a region, English dates would be the American ones.
  return own ?? (language === "en" ? "en-GB" : language);
}

// A catalogue comes in parts (web/build/strings.ts): what is said until the first answer and around it by the page, below it, and
// by the other views. The file of a part is named for language and part.
type Part = readonly [name: string, loaders: Loaders];

async function loadPart(language: Language, [name, loaders]: Part): Promise<Record<string, Entry>> {
  const load = loaders[language];
  return load ? (await importPart(`${language}-${name}`, load)).default : {};
}

const loaded = new Map<string, Promise<Catalog>>();

function load(language: Language, ...parts: Part[]): Promise<Catalog> {
  const key = [language, ...parts.map(([name]) => name)].join(" ");
  let catalog = loaded.get(key);
  if (!catalog) {
    catalog = Promise.all(parts.map((part) => loadPart(language, part))).then(
      (entries) => new Catalog(language, localeOf(language), new Map(entries.flatMap((each) => Object.entries(each)))),
    );
    catalog.catch(() => loaded.delete(key));
    loaded.set(key, catalog);
  }
  return catalog;
}

/** What is said until the first answer and, in the page, around it. */
export function loadFirstWords(language: Language): Promise<Catalog> {
  return load(language, ["first", first]);
}

/** All that the calculator says. */
export function loadCatalog(language: Language): Promise<Catalog> {
  return load(language, ["first", first], ["details", details]);
}

/** The words of the calculator and of the other views. */
export function loadWholeCatalog(language: Language): Promise<Catalog> {
  return load(language, ["first", first], ["details", details], ["reports", reports]);
}
