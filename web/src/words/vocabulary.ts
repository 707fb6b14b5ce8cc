// What the page has to know of words beside what the catalogues say.
//
// Written by tools/vocabulary.mjs from core/vocabulary.json; do not edit.
import type { Commitment, TargetKind } from "#wasm";
import type { RankGroup } from "#wasm-reports";

/** What holds of a commitment; the firmest has rank 0. */
export const commitmentTraits: Record<Commitment, { rank: number; binds: boolean; takes_figure: boolean; offers: boolean }> = {
  "guarantee": { rank: 0, binds: true, takes_figure: true, offers: true },
  "objective": { rank: 1, binds: true, takes_figure: true, offers: true },
  "target": { rank: 2, binds: true, takes_figure: true, offers: true },
  "aspiration": { rank: 3, binds: false, takes_figure: true, offers: true },
  "best-effort": { rank: 4, binds: false, takes_figure: false, offers: true },
  "bespoke": { rank: 5, binds: false, takes_figure: false, offers: true },
  "none": { rank: 6, binds: false, takes_figure: false, offers: false },
  "not-offered": { rank: 7, binds: false, takes_figure: false, offers: false },
  "not-applicable": { rank: 8, binds: false, takes_figure: false, offers: false },
  "not-stated": { rank: 9, binds: false, takes_figure: false, offers: false },
};

/** What a time is for. */
export const kindWords: readonly TargetKind[] = ["first-response", "update", "workaround", "resolution", "incident-report", "vulnerability-fix"];

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
