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

/**
 * The revision for a day ("2026-04-02"), as the core chooses it (revision_on in core/policy/selection.h): in force, else the one that
 * ended last, else the oldest; drafts only where there is nothing else. tests/data/selection.jsonl holds both to the same answers.
 */
export function revisionOn<Revision extends KnownRevision>(policy: KnownPolicy<Revision>, day: string): Revision | undefined {
  const final = policy.revisions.filter(({ status }) => status !== "draft");
  const revisions = final.length > 0 ? final : policy.revisions;
  const ended = ({ in_force_until }: Revision): boolean => in_force_until !== null && in_force_until <= day;
  const inForce = revisions.filter((revision) => (revision.in_force_from ?? "") <= day && !ended(revision));
  const endOf = (revision: Revision | undefined): string => revision?.in_force_until ?? "";
  const lastToEnd = revisions.filter(ended).reduce<Revision | undefined>((last, next) => (endOf(last) <= endOf(next) ? next : last), undefined);
  return inForce.at(-1) ?? lastToEnd ?? revisions[0];
}
