// How much is drawn, and with what: what is folded away or rarely needed comes with the details, which follow the answer.
import type * as details from "./details.ts";

export interface Parts {
  /** Only the entries that the answer cannot do without, and the answer. */
  readonly short: boolean;
  /** Null until it is there. */
  readonly later: typeof details | null;
}
