// policies/index.json of the built page: which policies, revisions and plans there are. docs/data.md describes it.
import type { Policy, PolicyStatus, Text } from "./policy.ts";

export interface PlanEntry {
  id: string;
  label: Text;
}

export interface RevisionEntry {
  revision: string;
  title: Text;
  status: PolicyStatus;
  in_force_from: string | null;
  in_force_until: string | null;
  read_on: string | null;
  plans: PlanEntry[];
  /** The calendars this revision may need. */
  calendars: string[];
}

export interface PolicyEntry {
  id: string;
  vendor: string;
  /** Oldest first. */
  revisions: RevisionEntry[];
}

export interface CalendarEntry {
  id: string;
  title: Text;
}

export interface PolicyIndex {
  $schema?: string;
  calendars: CalendarEntry[];
  policies: PolicyEntry[];
}

/** The newest revision in force on a date; before any was, the oldest. */
export function revisionOn(policy: PolicyEntry, date: string): RevisionEntry | undefined {
  const begun = policy.revisions.filter(({ in_force_from }) => in_force_from === null || in_force_from <= date);
  const inForce = begun.filter(({ in_force_until }) => in_force_until === null || date < in_force_until);
  return inForce.at(-1) ?? begun.at(-1) ?? policy.revisions[0];
}

/** Which calendars a revision can need: the ones its hours name and those its assumptions offer. */
export function calendarsOf(policy: Policy, known: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === "string" && known.includes(value)) found.add(value);
  };
  for (const assumption of policy.assumptions ?? []) {
    if (assumption.type !== "calendar") continue;
    add(assumption.default);
    for (const choice of assumption.choices ?? []) add(choice);
  }
  for (const hours of policy.hours ?? []) {
    const holidays = hours.holidays;
    if (typeof holidays !== "object") add(holidays);
    else {
      for (const value of Object.values(holidays.cases ?? {})) add(value);
      add(holidays.otherwise);
    }
  }
  return [...found].sort();
}

/** What the index says of a policy document. */
export function revisionEntry(policy: Policy, calendars: string[]): RevisionEntry {
  return {
    revision: policy.revision,
    title: policy.title,
    status: policy.status,
    in_force_from: policy.in_force_from ?? null,
    in_force_until: policy.in_force_until ?? null,
    read_on: policy.read_on ?? null,
    plans: policy.plans.map(({ id, label }) => ({ id, label })),
    calendars,
  };
}
