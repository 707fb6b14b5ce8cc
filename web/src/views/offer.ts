// What a form offers for all plans of a policy at once. What is open to each of them the core says (`entries`).
import type { Dropped, EntriesRequest, Entries as PlanEntries } from "#wasm";
import type { Library } from "../files/library.ts";
import type { Entries } from "../state/entries.ts";
import type { Maturity, Option, Policy, Severity, Topic } from "../files/policy.ts";
import type { Reports } from "../files/reports.ts";

export interface Offer {
  /** In the revision that answers. */
  policy: Policy;
  /** One for each plan, in the policy's order. */
  plans: readonly PlanEntries[];
}

/** The offers for policies, in the order of the requests. A policy that cannot answer is left out. */
export async function offersFor(reports: Reports, library: Library, requests: readonly EntriesRequest[]): Promise<Offer[]> {
  const answers = await reports.entries(library.documents, requests);
  return answers.flatMap((plans) => {
    const { id, revision } = plans[0]?.policy ?? { id: "", revision: "" };
    const policy = library.policy(id, revision);
    return policy ? [{ policy, plans }] : [];
  });
}

type Listed = "levels" | "options" | "topics" | "maturities";

// Of items with one id, the first.
function offered<Item extends { id: string }>({ plans }: Offer, list: Listed, items: readonly Item[] = []): Item[] {
  const rows = new Set(plans.flatMap((plan) => plan[list].map(({ row }) => row)));
  const byId = Map.groupBy(items.filter((_, row) => rows.has(row)), ({ id }) => id);
  return [...byId.values()].flatMap(([first]) => (first ? [first] : []));
}

export const levelsOf = (offer: Offer): Severity[] => offered(offer, "levels", offer.policy.severities);
export const optionsOf = (offer: Offer): Option[] => offered(offer, "options", offer.policy.options);
export const topicsOf = (offer: Offer): Topic[] => offered(offer, "topics", offer.policy.scope?.topics);
export const maturitiesOf = (offer: Offer): Maturity[] => offered(offer, "maturities", offer.policy.scope?.maturities);

// What a link calls what was dropped.
const links: Partial<Record<Dropped["what"], string>> = { option: "option", assumption: "assume", "facet.unknown": "impact" };

/** Leaves out of entries what no plan on offer has a place for, and names it as a link does. `scope` are the topics and maturities. */
export function settleOffered(given: Entries, offers: readonly Offer[], scope: Record<"topics" | "maturities", readonly { id: string }[]>): { entries: Entries; dropped: string[] } {
  const entries = structuredClone(given);
  const [only, other] = offers;
  const one = other ? undefined : only;
  const useless = offers
    .flatMap(({ plans }) => plans)
    .map(({ dropped }) => dropped.flatMap(({ what, id }) => (links[what] === undefined ? [] : [`${links[what]}.${id}`])))
    .reduce((all, own) => all.filter((link) => own.includes(link)));
  for (const link of useless) {
    const [family = "", ...id] = link.split(".");
    const values = family === "option" ? entries.options : family === "assume" ? entries.assumptions : entries.impact;
    values.delete(id.join("."));
  }
  const known: Record<"plan" | "severity" | "topic" | "maturity", readonly { id: string }[]> = {
    plan: one?.policy.plans ?? [],
    severity: one ? levelsOf(one) : [],
    topic: scope.topics,
    maturity: scope.maturities,
  };
  const dropped = [...useless];
  for (const name of ["plan", "severity", "topic", "maturity"] as const) {
    if (entries[name] === null || known[name].some(({ id }) => id === entries[name])) continue;
    entries[name] = null;
    dropped.push(name);
  }
  entries.byHand &&= known.severity.length > 0;
  return { entries, dropped };
}

/** The questions that still decide the level under some plan. */
export function questionsOf({ plans }: Offer): string[] {
  return plans.flatMap(({ questions }) => questions.map(({ id }) => id));
}
