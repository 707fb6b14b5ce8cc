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
  /** The calendars this revision may need. */
  calendars: string[];
}

export interface KnownPolicy<Revision = KnownRevision> {
  id: string;
  vendor: string;
  /** Which revision answers from which day on; the first for all days before the second. */
  answering: { from: string | null; revision: string }[];
  /** Oldest first. */
  revisions: Revision[];
}

export interface RevisionEntry extends KnownRevision {
  title: Text;
  in_force_until: string | null;
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

/** The revision that answers for a day, "2026-04-02", as the core said when the index was made (answering_of in core/policy/selection.h). */
export function answering<Revision extends KnownRevision>({ answering: spans, revisions }: KnownPolicy<Revision>, day: string): Revision | null {
  const last = spans.findLast(({ from }) => from === null || from <= day);
  return revisions.find(({ revision }) => revision === last?.revision) ?? null;
}
