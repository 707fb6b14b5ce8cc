// Brings entries in line with the policies there are. What means nothing there is left out and named as a link names it; who
// asks decides whether that is worth a word.
import type { KnownPolicy, KnownRevision } from "../files/index-file.ts";
import { lineageOf, openTo, type Option, type Policy } from "../files/policy.ts";
import { isAnswer } from "../words/facets.ts";
import type { Entries } from "./entries.ts";

/** The policy the entries name; null where they name none or one that nobody knows. */
export interface Chosen<Revision extends KnownRevision> {
  entries: Entries;
  dropped: string[];
  entry: KnownPolicy<Revision> | null;
  /** Null where the entries name none, or one that nobody knows. */
  named: Revision | null;
}

/** Settles policy and revision. Which revision answers where none is named is not decided here. */
export function settlePolicy<Revision extends KnownRevision>(given: Entries, policies: readonly KnownPolicy<Revision>[]): Chosen<Revision> {
  const entry = policies.find(({ id }) => id === given.policy) ?? null;
  if (!entry) {
    const entries = { ...given, policy: null, revision: null, plan: null };
    return { entries, dropped: given.policy === null ? [] : ["policy"], entry: null, named: null };
  }
  const named = entry.revisions.find(({ revision }) => revision === given.revision) ?? null;
  const unknown = given.revision !== null && !named;
  return {
    entries: unknown ? { ...given, revision: null } : given,
    dropped: unknown ? [`policy=${entry.id}@${given.revision ?? ""}`] : [],
    entry,
    named,
  };
}

/** What the rest of the entries may name. */
export interface Offered {
  /** Null where several are asked at once. */
  policy: Policy | null;
  /** Whether one plan is asked about; a level of another plan means nothing then. */
  onePlan: boolean;
  topics: readonly { id: string }[];
  maturities: readonly { id: string }[];
  calendars: readonly string[];
}

/** Whether an option can have this value. Zones and times of day are the core's to judge. */
export function fits({ choices, type, integer }: Option, value: string, calendars: readonly string[]): boolean {
  if (choices) return choices.some(({ id }) => id === value);
  if (type) return type !== "calendar" || value === "none" || calendars.includes(value);
  return integer !== undefined && /^\d{1,9}$/.test(value) && Number(value) >= integer.min && Number(value) <= integer.max;
}

/** A number as typed that an option cannot have. */
export interface WrongNumber {
  option: string;
  typed: string;
}

/** Null where the option can have it, or where nothing was typed. */
export function wrongNumber(option: Option, typed: string): WrongNumber | null {
  const value = typed.trim();
  return value === "" || fits(option, value, []) ? null : { option: option.id, typed };
}

/** Settles everything below the revision. */
export function settleTerms(given: Entries, { policy, onePlan, topics, maturities, calendars }: Offered): { entries: Entries; dropped: string[] } {
  const dropped: string[] = [];
  const known = (name: string, id: string | null, list: readonly { id: string }[]): string | null => {
    if (id === null || list.some((item) => item.id === id)) return id;
    dropped.push(name);
    return null;
  };
  const kept = (family: string, values: ReadonlyMap<string, string>, fit: (id: string, value: string) => boolean): Map<string, string> =>
    new Map(
      [...values].filter(([id, value]) => {
        if (fit(id, value)) return true;
        dropped.push(`${family}.${id}`);
        return false;
      }),
    );

  const plans = policy?.plans ?? [];
  const [only, another] = plans;
  const plan = known("plan", given.plan, plans) ?? (onePlan && only && !another ? only.id : null);
  const lineage = onePlan && policy && plan !== null ? lineageOf(policy, plan) : null;
  const severities = policy?.severities ?? [];
  const severity = known("severity", given.severity, lineage === null ? severities : severities.filter((level) => openTo(level.plans, lineage)));
  const entries: Entries = {
    ...given,
    plan,
    severity,
    byHand: given.byHand && severities.length > 0,
    impact: kept("impact", given.impact, (id, value) => isAnswer(policy ?? {}, id, value)),
    options: kept("option", given.options, (id, value) => {
      const option = policy?.options?.find((candidate) => candidate.id === id);
      return option !== undefined && fits(option, value, calendars);
    }),
    assumptions: kept("assume", given.assumptions, (id, value) => {
      const assumption = policy?.assumptions?.find((candidate) => candidate.id === id);
      if (!assumption) return false;
      const listed = assumption.type === "calendar" || assumption.type === "hours";
      return !listed || (assumption.choices ?? [assumption.default]).includes(value);
    }),
    topic: known("topic", given.topic, topics),
    maturity: known("maturity", given.maturity, maturities),
  };
  return { entries, dropped };
}
