// What the page has to know of words beside what the catalogues say.
//
// Written by tools/vocabulary.mjs from core/vocabulary.json; do not edit.
import type { TargetKind } from "#wasm";
import type { RankGroup } from "#wasm-reports";

/** What a time is for. */
export const kindWords: readonly TargetKind[] = ["first-response", "update", "workaround", "resolution", "resolution-or-workaround", "incident-report", "vulnerability-fix"];

/** How far the figure of a compared plan binds, from the firmest. */
export const rankGroupWords: readonly RankGroup[] = ["promised", "aspired", "partial", "open", "unpromised", "absent"];

/** The common facets in the order they are asked, each with its answers. */
export const facetWords: readonly (readonly [facet: string, answers: readonly string[]])[] = [
  ["request", ["incident", "question", "feature-request", "documentation", "security-report", "billing"]],
  ["environment", ["production", "non-production"]],
  ["availability", ["down", "severely-degraded", "degraded", "minor", "unaffected"]],
  ["affected", ["all", "some", "one"]],
  ["core_function", ["yes", "no"]],
  ["workaround", ["none", "costly", "acceptable"]],
  ["business_critical", ["yes", "no"]],
];
