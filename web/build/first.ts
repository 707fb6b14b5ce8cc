// What the first answer needs of a revision: one file with its policy and calendars, in one language, and without the texts that
// stand below the answer. The core reads no texts, so its results are the same as from the whole documents
// (tests/web/first.spec.ts holds them to that).
import type { Ambiguity, Policy } from "../src/policy.ts";

/** The texts that the entries and the answer show, by their place. */
const shown = [
  /^\/(title|options|assumptions|hours|questions|severity_setting|targets)\b/,
  /^\/plans\/\d+\/(label|description)$/,
  /^\/severities\/\d+\/(label|name|description|definitions\/\d+\/description)$/,
  /^\/channels\/\d+\/label$/,
  /^\/scope\/(topics|maturities)\/\d+\/label$/,
];

/** In place of a text that is not shown: the core wants one. */
const left = "-";

type Translated = { en: string } & Record<string, string>;

function isTranslated(value: object): value is Translated {
  return "en" in value && Object.values(value).every((text) => typeof text === "string");
}

function inLanguage(text: Translated, language: string): unknown {
  const own = text[language];
  if (language === "en" || own === undefined) return text.en;
  return { en: left, [language]: own };
}

function reduced(value: unknown, language: string, isShown: (place: string) => boolean, place = ""): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => reduced(item, language, isShown, `${place}/${index}`));
  if (isTranslated(value)) return isShown(place) ? inLanguage(value, language) : left;
  const members = Object.entries(value).filter(([key]) => key !== "$schema");
  return Object.fromEntries(members.map(([key, member]) => [key, reduced(member, language, isShown, `${place}/${key}`)]));
}

// A range under the answer names the clause that makes it one.
function clausesShown({ targets, ambiguities }: Policy): (place: string) => boolean {
  const named = new Set((targets ?? []).map(({ ambiguity }) => ambiguity));
  return (place) => {
    const index = /^\/ambiguities\/(\d+)\/text$/.exec(place)?.[1];
    const clause: Ambiguity | undefined = index === undefined ? undefined : ambiguities?.[Number(index)];
    return clause !== undefined && named.has(clause.id);
  };
}

export function firstPolicy(policy: Policy, language: string): unknown {
  const isClause = clausesShown(policy);
  return reduced(policy, language, (place) => shown.some((form) => form.test(place)) || isClause(place));
}

export function firstCalendar(calendar: unknown, language: string): unknown {
  return reduced(calendar, language, () => false);
}
