// How much is drawn, and with what: what is folded away or rarely needed comes with the details, which follow the answer.
import type { Option, Policy } from "../files/policy.ts";
import type { Content } from "../words/words.ts";
import type { ResultView, View } from "./view.ts";

/** What a contract may settle on. */
export interface ContractChoices {
  zones: readonly string[];
  calendars: readonly string[];
}

/** What entries and answer show of details.ts once it is there. */
export interface Details {
  revisionSelect(view: View): Content;
  typedOptionField(view: View, option: Option, choices: ContractChoices, hint: Content, value: string, pick: (value: string) => void): Content;
  timeAndScope(view: View, policy: Policy): Content;
  whatChanges(view: ResultView): Content;
  nextStep(view: ResultView): Content;
}

export interface Parts {
  /** Only the entries that the answer cannot do without, and the answer. */
  readonly short: boolean;
  /** Null until it is there. */
  readonly details: Details | null;
}
