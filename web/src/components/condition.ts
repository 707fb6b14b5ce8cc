// What must be so for something to hold, in words. What that is, and whether it is open, the result says.
import { html, nothing } from "lit/html.js";
import type { Condition, Standing, Target } from "#wasm";
import type { Policy, Text } from "../files/policy.ts";
import { question } from "../words/facets.ts";
import { formatEither } from "../words/format.ts";
import type { Content, Words } from "../words/words.ts";
import type { ResultView } from "./view.ts";

/** Names and values of a condition; without a name it is a sentence. */
function partsOf(words: Words, policy: Policy, { kind, id, values }: Condition): { name: string; labels: string[] } {
  const labels = (of: readonly { id: string; label: Text }[] = []): string[] =>
    values.map((value) => words.plain(of.find((one) => one.id === value)?.label ?? { en: value }));
  switch (kind) {
    case "option": {
      const option = policy.options?.find((one) => one.id === id);
      return { name: option ? words.plain(option.label) : (id ?? ""), labels: labels(option?.choices) };
    }
    case "channel":
      return {
        name: words.say("condition.channel"),
        labels: values.map((channel) => words.word("channel", policy.channels?.find((one) => one.id === channel)?.kind ?? channel)),
      };
    case "facet": {
      const asked = question(words.catalog, policy, id ?? "");
      return { name: asked ? words.plain(asked.name) : (id ?? ""), labels: labels(asked?.values) };
    }
    case "severity":
      return { name: words.say("condition.level"), labels: labels(policy.severities) };
    case "topic":
    case "draft":
      return { name: words.say(kind === "topic" ? "condition.topic" : "condition.draft"), labels: [] };
  }
}

function conditionWords(words: Words, policy: Policy, condition: Condition): string {
  const { kind } = condition;
  const { name, labels } = partsOf(words, policy, condition);
  if (kind === "option" && labels.length === 0) return words.say("condition.given", { name });
  const values = formatEither(words.catalog, labels);
  if (labels.length === 0 || name.endsWith("?")) return `${name} ${values}`.trimEnd();
  return words.say("condition.is", { name, values });
}

/** "Framework: Standard; CVSS score: 9.0 and above", or "" for no condition. */
export function conditionList(words: Words, policy: Policy, conditions: readonly Condition[]): string {
  return conditions.map((condition) => conditionWords(words, policy, condition)).join("; ");
}

/** Without the level, for what stands under the level's name. */
export function besideLevel(conditions: readonly Condition[]): Condition[] {
  return conditions.filter(({ kind }) => kind !== "severity");
}

/** Whether it is owed, if what it depends on is so. Nothing else leaves the page as a time to keep. */
export function mayBeOwed({ standing }: { standing: Standing }): boolean {
  return standing === "owed" || standing === "conditional";
}

/**
 * What a time depends on, the channel that its level has to be filed through included: the core takes a ticket for filed
 * through the right one, and whoever reads the figure has to know which that is.
 */
export function dependsOn(target: Target): readonly Condition[] {
  const { conditions, required_channels: values } = target;
  if (!mayBeOwed(target)) return [];
  return values === undefined ? conditions : [...conditions, { kind: "channel", id: null, values, state: "open" }];
}

/** "Only on this condition: …", or nothing. */
export function onlyIf(view: ResultView, conditions: readonly Condition[]): Content {
  const condition = conditionList(view, view.policy, conditions);
  return condition === "" ? nothing : html`<p class="condition">${view.say("target.conditional", { condition })}</p>`;
}
