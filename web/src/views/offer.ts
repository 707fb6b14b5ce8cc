// What a form offers for all plans of a policy at once. What is open to each of them the core says (`entries`).
import type { EntriesRequest, Entries as PlanEntries } from "#wasm";
import type { Library } from "../files/library.ts";
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

/** The questions that still decide the level under some plan. */
export function questionsOf({ plans }: Offer): string[] {
  return plans.flatMap(({ questions }) => questions.map(({ id }) => id));
}
