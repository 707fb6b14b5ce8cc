// What an index says of a policy document.
import type { KnownPolicy, RevisionEntry } from "./index-file.ts";
import type { Policy } from "./policy.ts";

/** Which calendars a revision can need: the ones its hours name, those its assumptions offer, and any that a contract may settle on. */
export function calendarsOf(policy: Policy, known: readonly string[]): string[] {
  if (policy.options?.some(({ type }) => type === "calendar")) return [...known].sort();
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
    for (const holidays of [hours.holidays].flat()) {
      if (typeof holidays !== "object") add(holidays);
      else {
        for (const value of Object.values(holidays.cases ?? {})) add(value);
        add(holidays.otherwise);
      }
    }
  }
  return [...found].sort();
}

/** `dates` are those between which it holds. */
export function revisionEntry(policy: Policy, calendars: string[], dates: Pick<RevisionEntry, "in_force_from" | "in_force_until">): RevisionEntry {
  return {
    revision: policy.revision,
    title: policy.title,
    status: policy.status,
    ...dates,
    read_on: policy.read_on ?? null,
    plans: policy.plans.map(({ id, label }) => ({ id, label })),
    calendars,
  };
}

/** The part of the index that the calculator has built in. */
export function known({ id, vendor, answering, revisions }: KnownPolicy): KnownPolicy {
  return {
    id,
    vendor,
    answering,
    revisions: revisions.map(({ revision, status, in_force_from, calendars }) => ({ revision, status, in_force_from, calendars })),
  };
}
