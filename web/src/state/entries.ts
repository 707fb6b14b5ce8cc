// What a visitor entered, and the same as a link: named, sorted keys behind the `#`. A link is foreign input: keys and
// values are checked by form here and against the policy later; what does not hold is dropped and named to the reader.
export interface Pause {
  /** Null while only the other end has been entered; such a pause is neither asked about nor in the link. */
  from: string | null;
  to: string | null;
}

export interface Entries {
  policy: string | null;
  revision: string | null;
  plan: string | null;
  /** Whether the level is picked by hand instead of asked for. */
  byHand: boolean;
  severity: string | null;
  impact: Map<string, string>;
  options: Map<string, string>;
  assumptions: Map<string, string>;
  topic: string | null;
  maturity: string | null;
  /** When the ticket is filed; null means now. */
  at: string | null;
  /** When the vendor answered. */
  responded: string | null;
  /** When the case was, or will be, escalated; null leaves it to the core. */
  escalated: string | null;
  /** When the vendor waited for the customer. */
  pauses: Pause[];
  /** The version in use: the day it came out, and how many releases it is behind. */
  released: string | null;
  behind: string | null;
  timeZone: string | null;
}

export function emptyEntries(): Entries {
  return {
    policy: null,
    revision: null,
    plan: null,
    byHand: false,
    severity: null,
    impact: new Map(),
    options: new Map(),
    assumptions: new Map(),
    topic: null,
    maturity: null,
    at: null,
    responded: null,
    escalated: null,
    pauses: [],
    released: null,
    behind: null,
    timeZone: null,
  };
}

/** What is true of one ticket, and no longer of the next. */
export function forgetTicket(entries: Entries): void {
  const { responded, escalated, pauses, released, behind } = emptyEntries();
  Object.assign(entries, { responded, escalated, pauses, released, behind });
}

const id = /^[a-z0-9][a-z0-9_-]{0,63}$/;
/** "zitadel" or "zitadel@2023-10-06", as in a request. */
const policy = /^[a-z0-9][a-z0-9_-]{0,63}(@[A-Za-z0-9][A-Za-z0-9._-]{0,63})?$/;
const free = /^[A-Za-z0-9][A-Za-z0-9_+:./-]{0,63}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** "2026-04-02T14:40:00Z/2026-04-02T15:10:00Z,…" */
const spans = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ){0,11}$/;
const date = /^\d{4}-\d\d-\d\d$/;
const count = /^\d{1,4}$/;
const maxLength = 2000;
const maxKeys = 48;

type Setter = (entries: Entries, value: string, name: string) => void;

interface Key {
  form: RegExp;
  set: Setter;
}

function toPause(span: string): Pause {
  const [from = null, to = null] = span.split("/");
  return { from, to };
}

const keys = new Map<string, Key>([
  ["at", { form: instant, set: (entries, value) => { entries.at = value; } }],
  ["behind", { form: count, set: (entries, value) => { entries.behind = value; } }],
  ["escalated", { form: instant, set: (entries, value) => { entries.escalated = value; } }],
  ["maturity", { form: id, set: (entries, value) => { entries.maturity = value; } }],
  ["pauses", { form: spans, set: (entries, value) => { entries.pauses = value.split(",").map(toPause); } }],
  ["plan", { form: id, set: (entries, value) => { entries.plan = value; } }],
  ["policy", { form: policy, set: (entries, value) => { [entries.policy = null, entries.revision = null] = value.split("@"); } }],
  ["released", { form: date, set: (entries, value) => { entries.released = value; } }],
  ["responded", { form: instant, set: (entries, value) => { entries.responded = value; } }],
  ["severity", { form: id, set: (entries, value) => { entries.severity = value; entries.byHand = true; } }],
  ["topic", { form: id, set: (entries, value) => { entries.topic = value; } }],
  ["tz", { form: free, set: (entries, value) => { entries.timeZone = value; } }],
]);

// "impact.workaround=none": keys with the name of a question, an option or an assumption in them.
const families = new Map<string, Key>([
  ["assume", { form: free, set: (entries, value, name) => { entries.assumptions.set(name, value); } }],
  ["impact", { form: id, set: (entries, value, name) => { entries.impact.set(name, value); } }],
  ["option", { form: free, set: (entries, value, name) => { entries.options.set(name, value); } }],
]);

function keyOf(name: string): { key: Key; rest: string } | null {
  const plain = keys.get(name);
  if (plain) return { key: plain, rest: "" };
  const dot = name.indexOf(".");
  const family = dot < 0 ? undefined : families.get(name.slice(0, dot));
  const rest = name.slice(dot + 1);
  return family && id.test(rest) ? { key: family, rest } : null;
}

/** The entries of a link, and the names of its parts that were not understood. */
export function parseLink(hash: string): { entries: Entries; dropped: string[] } {
  const entries = emptyEntries();
  const dropped: string[] = [];
  const text = hash.replace(/^#/, "");
  if (text === "") return { entries, dropped };
  if (text.length > maxLength) return { entries, dropped: ["#"] };

  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(text)) {
    const found = seen.has(name) || seen.size >= maxKeys ? null : keyOf(name);
    seen.add(name);
    if (found?.key.form.test(value)) found.key.set(entries, value, found.rest);
    else dropped.push(name.slice(0, 40));
  }
  return { entries, dropped };
}

/** The pauses that have both ends. */
export function wholePauses({ pauses }: Entries): { from: string; to: string }[] {
  return pauses.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
}

/** The link of entries: sorted, so that the same entries are always the same text. */
export function formatLink(entries: Entries): string {
  const pairs: [string, string][] = [];
  const add = (name: string, value: string | null): void => {
    if (value !== null && value !== "") pairs.push([name, value]);
  };
  add("policy", entries.policy !== null && entries.revision !== null ? `${entries.policy}@${entries.revision}` : entries.policy);
  add("plan", entries.plan);
  if (entries.byHand) add("severity", entries.severity);
  else for (const [name, value] of entries.impact) add(`impact.${name}`, value);
  for (const [name, value] of entries.options) add(`option.${name}`, value);
  for (const [name, value] of entries.assumptions) add(`assume.${name}`, value);
  add("topic", entries.topic);
  add("maturity", entries.maturity);
  add("at", entries.at);
  add("responded", entries.responded);
  add("escalated", entries.escalated);
  add("pauses", wholePauses(entries).map(({ from, to }) => `${from}/${to}`).join(","));
  add("released", entries.released);
  add("behind", entries.behind);
  if (entries.policy !== null) add("tz", entries.timeZone);
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const readable = (value: string): string => encodeURIComponent(value).replace(/%3A/g, ":").replace(/%2F/g, "/").replace(/%40/g, "@").replace(/%2C/g, ",");
  return pairs.map(([name, value]) => `${name}=${readable(value)}`).join("&");
}
