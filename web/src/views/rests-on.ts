// Sentences about plans, each once for all plans of which it is true; and what figures rest on beside the policy's words.
import { html, nothing } from "lit/html.js";
import type { RestsOn } from "#wasm-reports";
import { assumptionLabel, termWords } from "../components/contract-words.ts";
import type { Ambiguity, Policy } from "../files/policy.ts";
import type { Content, Words } from "../words/words.ts";

interface OfPlan {
  policy: Policy;
  plan: string;
}

/** The first of items that say the same about plans of one revision, and the plans. In the order in which they come. */
export function byPlans<Item extends OfPlan>(items: readonly Item[], sentence: (item: Item) => string): { first: Item; plans: string[] }[] {
  const groups = Map.groupBy(items, (item) => `${item.policy.id}@${item.policy.revision} ${sentence(item)}`);
  return [...groups.values()].flatMap((same) => (same[0] ? [{ first: same[0], plans: [...new Set(same.map(({ plan }) => plan))] }] : []));
}

/** "ZITADEL 2023-11-15, Free, Production" */
export function plansView(policy: Policy, plans: readonly string[]): Content {
  return html`<strong>${policy.vendor.name}</strong> <span class="revision">${policy.revision}</span>, ${plans.join(", ")}`;
}

export interface Resting extends OfPlan {
  restsOn: RestsOn;
}

/** How much it rests on; what that is stands below in full. */
export function restsOnCount(words: Words, { assumptions, ambiguities }: RestsOn): Content {
  const parts = [
    ...(assumptions.length === 0 ? [] : [words.say("rests-on.assumptions", { count: assumptions.length })]),
    ...(ambiguities.length === 0 ? [] : [words.say("rests-on.ambiguities", { count: ambiguities.length })]),
  ];
  return parts.length === 0 ? nothing : html`<span class="aside">${words.say("rests-on.beside", { parts: parts.join(", ") })}</span>`;
}

function assumed(words: Words, policy: Policy, { assumptions }: RestsOn): Content {
  if (assumptions.length === 0) return nothing;
  return html`<p class="rests-on-part">${words.say("open.assumed")}</p>
    <dl class="pairs">
      ${assumptions.map(({ id, value }) => {
        const row = policy.assumptions?.find((each) => each.id === id);
        return row ? html`<div><dt>${assumptionLabel(words, row)}</dt><dd>${termWords(words, policy, row.type, value)}</dd></div>` : nothing;
      })}
    </dl>`;
}

function leftOpen(words: Words, policy: Policy, { ambiguities }: RestsOn): Content {
  const rows = ambiguities.flatMap((id): Ambiguity[] => policy.ambiguities?.filter((each) => each.id === id) ?? []);
  if (rows.length === 0) return nothing;
  return html`<p class="rests-on-part">${words.say("open.unclear", { count: rows.length })}</p>
    <ul>
      ${rows.map(({ text }) => html`<li>${words.text(text)}</li>`)}
    </ul>`;
}

/** What figures rest on, in full; nothing where they rest on the policy alone. */
export function restsOnList(words: Words, resting: readonly Resting[]): Content {
  const some = resting.filter(({ restsOn: { assumptions, ambiguities, draft } }) => assumptions.length + ambiguities.length > 0 || draft);
  if (some.length === 0) return nothing;
  return html`<details class="rests-on">
    <summary>${words.say("rests-on.heading")}</summary>
    ${byPlans(some, ({ restsOn }) => JSON.stringify(restsOn)).map(
      ({ first: { policy, restsOn }, plans }) =>
        html`<h4>${plansView(policy, plans)}</h4>
          ${restsOn.draft ? html`<p>${words.word("policy-status", "draft")}</p>` : nothing} ${assumed(words, policy, restsOn)}
          ${leftOpen(words, policy, restsOn)}`,
    )}
  </details>`;
}
