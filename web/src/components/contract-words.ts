// What contract or policy leave to the user, in words.
import { zoneName } from "../words/format.ts";
import type { Assumption, Policy } from "../files/policy.ts";
import type { Content, Words } from "../words/words.ts";

/** The name of an assumption: the policy's, else one we have for its id, else for its type. */
export function assumptionLabel(view: Words, { id, label, type }: Assumption): Content {
  if (label !== undefined) return view.text(label);
  const key = `assumption.${id}`;
  return view.say(view.catalog.has(key) ? key : `assumption-type.${type}`);
}

/** The value of an assumption, or of an option of the same type. */
export function termWords(view: Words, policy: Policy | null, type: Assumption["type"], value: string): Content {
  switch (type) {
    case "calendar":
      return view.word("calendar", value);
    case "time-zone":
      return zoneName(value);
    case "hours": {
      const hours = policy?.hours?.find(({ id }) => id === value);
      return hours ? view.text(hours.label) : value;
    }
    case "window":
      return value;
  }
}
