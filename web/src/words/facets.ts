// The vendor-neutral questions and their values, in the order they are asked. Words are in the catalogues.
import type { Policy, Text } from "../files/policy.ts";
import type { Catalog } from "./catalog.ts";
import { facetWords } from "./vocabulary.ts";

const common = new Map(facetWords);

export const unknown = "unknown";

/** The questions that mean the same to every vendor. */
export const commonFacets: readonly string[] = [...common.keys()];

export interface Question {
  id: string;
  values: { id: string; label: Text }[];
  label: Text;
  /** A short name, for sentences about the answer. */
  name: Text;
}

/** A question in the words of the catalogue or, for a policy's own, of the policy. */
export function question(catalog: Catalog, policy: Pick<Policy, "questions">, facet: string): Question | null {
  const values = common.get(facet);
  const said = (key: string): Text => ({ en: catalog.say(key), [catalog.language]: catalog.say(key) });
  if (values) {
    return {
      id: facet,
      label: said(`facet.${facet}`),
      name: said(`facet-name.${facet}`),
      values: values.map((id) => ({ id, label: said(`facet.${facet}.${id}`) })),
    };
  }
  const own = policy.questions?.find(({ id }) => id === facet);
  return own ? { id: facet, label: own.label, name: own.label, values: own.values } : null;
}
