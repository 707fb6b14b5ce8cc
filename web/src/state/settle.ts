// Brings entries in line with the policies there are. What means nothing there is left out and named as a link names it; who
// asks decides whether that is worth a word. Below the revision the core says what that is.
import type { KnownPolicy, KnownRevision } from "../files/index-file.ts";
import type { Option } from "../files/policy.ts";
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

/** A number as typed that an option cannot have. */
export interface WrongNumber {
  option: string;
  typed: string;
}

/** Null where the option can have it, or where nothing was typed. */
export function wrongNumber({ id, integer }: Option, typed: string): WrongNumber | null {
  const value = typed.trim();
  const fits = integer !== undefined && /^\d{1,9}$/.test(value) && Number(value) >= integer.min && Number(value) <= integer.max;
  return value === "" || fits ? null : { option: id, typed };
}
