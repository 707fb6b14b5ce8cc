// What the first answer needs of a revision: one file with its policy and calendars, in one language, and without the texts that
// stand below the answer. The core reads no texts, so its results are the same as from the whole documents, as long as nobody
// asks what is covered (tests/web/first.spec.ts holds them to that).
import type { CalendarDocument, Cite, Policy, TargetRow } from "../src/files/policy.ts";

/** What neither the core's results nor the first answer hold. */
const left = [
  /^\/(maintenance|scope|yields_to)$/,
  /^\/plans\/\d+\/(also_known_as|features)$/,
  /^\/severities\/\d+\/(also_known_as|examples|counter_examples|transitions)$/,
  /^\/channels\/\d+\/address_status$/,
  /^\/escalation\/steps\/\d+\/(contacts|roles)$/,
  /^\/remedies\/\d+\/(promise|table)$/,
];

/** The texts that the entries and the answer show. */
const shown = [
  /^\/(options|hours|questions|targets)\b/,
  /^\/plans\/\d+\/(label|description)$/,
  /^\/(channels|escalation\/steps)\/\d+\/label$/,
  /^\/severities\/\d+\/(label|name|description|definitions\/\d+\/description)$/,
];

/** Texts that the core wants to be there. */
const wanted = /\/(title|label|name|text|when|why)$/;

/** Where the answer says where a fact comes from, or the core's results do. */
const cited = /^\/(targets|escalation|options|channels|remedies|facts|lifecycle)\b/;

type Translated = { en: string } & Record<string, string>;

function isTranslated(value: object): value is Translated {
  return "en" in value && Object.values(value).every((text) => typeof text === "string");
}

function inLanguage(text: Translated, language: string): unknown {
  const own = text[language];
  if (language === "en" || own === undefined) return text.en;
  return { en: "-", [language]: own };
}

function reduced(value: unknown, language: string, isShown: (place: string) => boolean, place = ""): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => reduced(item, language, isShown, `${place}/${index}`));
  // A choice by language has keys like a text.
  if (!place.endsWith("/cases") && isTranslated(value)) return isShown(place) ? inLanguage(value, language) : wanted.test(place) ? "-" : undefined;
  if (place.endsWith("/cite") && !cited.test(place)) return { source: (value as Cite).source };
  const members = Object.entries(value).filter(([key]) => key !== "$schema" && !left.some((form) => form.test(`${place}/${key}`)));
  return Object.fromEntries(members.map(([key, member]) => [key, reduced(member, language, isShown, `${place}/${key}`)]));
}

const nameOf = ({ id, title }: { id: string; title: string }): object => ({ id, title });

// Where to find a source is said where it is cited.
function sourcesCited(policy: Policy): Set<string> {
  const { targets, options } = policy;
  const cites = [...(targets ?? []), ...(options ?? [])].map(({ cite }) => cite);
  return new Set(cites.flatMap((cite) => (cite ? [cite.source] : [])));
}

function mayRange({ amount, readings }: TargetRow): boolean {
  return (readings ?? []).length > 0 || amount?.min !== undefined || amount?.unit === "business-days";
}

// A range names the clause that makes it one.
function isNamed({ targets, ambiguities }: Policy): (place: string) => boolean {
  const clauses = new Set((targets ?? []).filter(mayRange).map(({ ambiguity }) => ambiguity));
  return (place) => {
    const [, list, index, key] = place.split("/");
    return list === "ambiguities" && key === "text" && clauses.has(ambiguities?.[Number(index)]?.id);
  };
}

export function firstPolicy(policy: Policy, language: string): unknown {
  const named = isNamed(policy);
  const isCited = sourcesCited(policy);
  const sources = policy.sources.map((source) => (isCited.has(source.id) ? source : nameOf(source)));
  return reduced({ ...policy, sources }, language, (place) => shown.some((form) => form.test(place)) || named(place));
}

export function firstCalendar(calendar: CalendarDocument, language: string): unknown {
  return reduced({ ...calendar, sources: calendar.sources?.map(nameOf) }, language, () => false);
}
