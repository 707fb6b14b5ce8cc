// What the first answer needs of a revision: one file with its policy and calendars, in one language, and without what stands below
// the answer. The core reads no texts, so its results are the same as from the whole documents, as long as nobody asks what is
// covered. tests/web/first.spec.ts holds both to that: the core to the same results, the page to the same words.
//
// Of a member that is not named here, everything stays but its texts.
import type { CalendarDocument, Policy, Text } from "../src/files/policy.ts";

/**
 * - `shown`: entries or answer show it, with all the texts in it.
 * - `named`: the same where a target or an option names what it is of, by its id; elsewhere as `later`.
 * - `later`: neither they nor the core's results hold it. What the schema requires stays, with no more in it than that; a text is a dash.
 */
type When = "shown" | "named" | "later";

type Part<T> = T extends readonly (infer Item)[] ? Part<Item> : T extends Text ? When : T extends object ? When | Parts<T> : When;

/** For members of a document, or for members of these. */
type Parts<T> = { readonly [Member in keyof T]?: Part<NonNullable<T[Member]>> };

/** A document may name its schema, for editors. */
interface Document {
  $schema?: string;
}

const ofPolicy: Parts<Policy & Document> = {
  $schema: "later",
  // Where to find a source is said where it is cited.
  sources: { url: "named", repository: "named", path: "named", commit: "named", date: "named" },
  yields_to: "later",
  options: "shown",
  assumptions: { cite: "later" },
  hours: { label: "shown", extra_holidays: "shown", openings: "shown", cite: "later" },
  plans: { label: "shown", description: "shown", also_known_as: "later", features: "later", cite: "later" },
  severities: {
    label: "shown",
    name: "shown",
    description: "shown",
    definitions: { description: "shown" },
    also_known_as: "later",
    examples: "later",
    counter_examples: "later",
    transitions: "later",
    cite: "later",
  },
  severity_setting: { cite: "later" },
  questions: "shown",
  targets: "shown",
  escalation: { steps: { contacts: "later", roles: "later" } },
  channels: { address: "later", address_status: "later" },
  scope: "later",
  remedies: { promise: "later", table: "later", claim: { to: "later", cash: "later", used_within_days: "later", cite: "later" } },
  ticket: { required: "later", rule: "later", cite: "later" },
  maintenance: "later",
  facts: { quantity: "later" },
  // A range names the clause that makes it one.
  ambiguities: { text: "named", cite: "later" },
};

const ofCalendar: Parts<CalendarDocument & Document> = { $schema: "later", sources: "later" };

/** As much of a JSON Schema as is read here. */
export interface Schema {
  $defs?: Record<string, Schema>;
  $ref?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema;
}

interface Tree {
  readonly [member: string]: When | Tree | undefined;
}

type Members = Record<string, unknown>;

const text = "#/$defs/text";

class Reducer {
  constructor(
    private readonly schema: Schema,
    private readonly language: string,
    private readonly named: ReadonlySet<unknown>,
  ) {}

  members(value: Members, schema: Schema, parts: Exclude<When, "named"> | Tree): Members {
    const { properties = {}, required = [], additionalProperties } = this.meant(schema);
    const kept = Object.entries(value).flatMap(([member, own]): [string, unknown][] => {
      const known = properties[member] ?? additionalProperties ?? {};
      let when = typeof parts === "string" ? parts : (parts[member] ?? (known.$ref === text ? "later" : {}));
      if (when === "named") when = this.named.has(value.id) ? "shown" : "later";
      return when === "later" && !required.includes(member) ? [] : [[member, this.value(own, known, when)]];
    });
    return Object.fromEntries(kept);
  }

  private value(value: unknown, schema: Schema, parts: Exclude<When, "named"> | Tree): unknown {
    if (schema.$ref === text) return parts === "later" ? "-" : this.inLanguage(value as string | Record<string, string>);
    if (Array.isArray(value)) return value.map((item) => this.value(item, this.meant(schema).items ?? {}, parts));
    return typeof value === "object" && value !== null ? this.members(value as Members, schema, parts) : value;
  }

  private meant({ $ref, ...schema }: Schema): Schema {
    return $ref === undefined ? schema : (this.schema.$defs?.[$ref.slice("#/$defs/".length)] ?? {});
  }

  private inLanguage(value: string | Record<string, string>): unknown {
    if (typeof value === "string") return value;
    const { en, [this.language]: own } = value;
    return this.language === "en" || own === undefined ? en : { en: "-", [this.language]: own };
  }
}

function stringsIn(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [value];
}

/** `schema` is that of policies: it says which members are texts. */
export function firstPolicy(policy: Policy, schema: Schema, language: string): unknown {
  const named = new Set(stringsIn([policy.targets, policy.options]));
  return new Reducer(schema, language, named).members({ ...policy }, schema, ofPolicy);
}

export function firstCalendar(calendar: CalendarDocument, schema: Schema, language: string): unknown {
  return new Reducer(schema, language, new Set()).members({ ...calendar }, schema, ofCalendar);
}
