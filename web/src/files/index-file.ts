// policies/index.json of the built page: which policies, revisions and plans there are. docs/data.md describes it.
import type { PolicyStatus, Text } from "./policy.ts";

export interface PlanEntry {
  id: string;
  label: Text;
}

/** What the calculator needs to know of a revision before it reads it. */
export interface KnownRevision {
  revision: string;
  status: PolicyStatus;
  in_force_from: string | null;
  in_force_until: string | null;
  /** The calendars this revision may need. */
  calendars: string[];
}

export interface KnownPolicy<Revision = KnownRevision> {
  id: string;
  vendor: string;
  /** Oldest first. */
  revisions: Revision[];
}

export interface RevisionEntry extends KnownRevision {
  title: Text;
  read_on: string | null;
  plans: PlanEntry[];
}

export type PolicyEntry = KnownPolicy<RevisionEntry>;

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
export function revisionOn<Revision extends KnownRevision>(policy: KnownPolicy<Revision>, date: string): Revision | undefined {
  const begun = policy.revisions.filter(({ in_force_from }) => in_force_from === null || in_force_from <= date);
  const inForce = begun.filter(({ in_force_until }) => in_force_until === null || date < in_force_until);
  return inForce.at(-1) ?? begun.at(-1) ?? policy.revisions[0];
}
