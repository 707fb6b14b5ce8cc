// Leaves out of a request what the core refuses, by the places its diagnostics name. A file of its own: a first answer seldom needs it.
import type { Diagnostic } from "#wasm";
import type { Policy } from "../files/policy.ts";
import { emptyEntries, formatLink, type Entries } from "./entries.ts";

/** What is left of entries. Both are changed. */
export interface Left {
  /** What is asked about. */
  asked: Entries;
  /** What stays entered: also what another plan has a place for, and what was typed, to be corrected. */
  kept: Entries;
  /** What stays no longer, as a link names it. */
  dropped: string[];
  /** What is wrong beside the ticket, which is answered all the same. */
  beside: Diagnostic[];
  /** What is wrong with the rest, which is not. */
  refused: Diagnostic[];
}

// What a ticket need not have.
const besides = /^\/(responded_at|escalated_at|pauses|version)\b/;

// The entries that stand at a place of a request.
const places: Record<string, readonly (keyof Entries)[]> = {
  plan: ["plan"],
  severity: ["severity"],
  topic: ["topic"],
  maturity: ["maturity"],
  responded_at: ["responded"],
  escalated_at: ["escalated"],
  pauses: ["pauses"],
  version: ["released", "behind"],
};
const families = { impact: "impact", options: "option", assumptions: "assume" };

// Takes out what stands at a place of the request, and says what a link calls it; null where nothing there was entered.
function takeOut(entries: Entries, pointer: string): string | null {
  const [, key = "", id = ""] = pointer.split("/");
  const before = formatLink(entries);
  const family = key === "impact" || key === "options" || key === "assumptions" ? key : null;
  const fresh = emptyEntries();
  if (family) entries[family].delete(id);
  else Object.assign(entries, Object.fromEntries((places[key] ?? []).map((name) => [name, fresh[name]])));
  return formatLink(entries) === before ? null : family ? `${families[family]}.${id}` : key;
}

// What a visitor types freely stays as it is, for them to correct.
function isTyped({ options = [], assumptions = [] }: Policy, { pointer }: Diagnostic): boolean {
  const [, list, id] = pointer.split("/");
  const term = list === "options" ? options.find((each) => each.id === id) : assumptions.find((each) => list === "assumptions" && each.id === id);
  return term?.type === "window" || term?.type === "time-zone";
}

/** Whether there is less to ask about now. */
export function leaveOut({ asked, kept, dropped, beside, refused }: Left, diagnostics: readonly Diagnostic[], policy: Policy): boolean {
  const unknown: Diagnostic[] = [];
  let isLess = false;
  for (const problem of diagnostics) {
    const { code, pointer } = problem;
    const link = takeOut(asked, pointer);
    isLess ||= link !== null;
    if (besides.test(pointer)) beside.push(problem);
    else if (isTyped(policy, problem)) refused.push(problem);
    else if (link === null) unknown.push(problem);
    else if (code !== "request.option.not_in_plan") dropped.push(takeOut(kept, pointer) ?? link);
  }
  if (!isLess) refused.push(...unknown);
  return isLess;
}
