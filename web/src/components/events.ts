// What <support-calculator> tells the page around it. Every event bubbles and crosses shadow roots.
import type { Diagnostic, Evaluation } from "#wasm";

/** Of `support-calculator-ready` (once, when there is something to see) and `support-calculator-change` (each new answer). */
export interface ChangeDetail {
  /** The entries as a link, "plan=default&policy=zitadel&…". */
  link: string;
  /** What the core answered; null as long as something is missing, such as the plan. */
  result: Evaluation | null;
}

/** Of `support-calculator-error`. */
export interface ErrorDetail {
  /**
   * `attribute`: a value that means nothing here, see `names`; what was shown before stays. `load`: the calculator's script
   * could not be loaded. `blocked`: WebAssembly may not run here or the module is not there. `files`: a policy could not be
   * read. `policy`: the host's policy is refused, see `diagnostics`. `trapped`: the calculation broke off.
   */
  code: "attribute" | "load" | "blocked" | "files" | "policy" | "trapped";
  /** For developers, in English. */
  message: string;
  /** The attributes in question. */
  names: string[];
  diagnostics: Diagnostic[];
}

/** Of `support-calculator-copy`: what a visitor put on the clipboard. */
export interface CopyDetail {
  what: string;
  text: string;
}

interface Details {
  "support-calculator-ready": ChangeDetail;
  "support-calculator-change": ChangeDetail;
  "support-calculator-error": ErrorDetail;
  "support-calculator-copy": CopyDetail;
}

type Events = { [Name in keyof Details]: CustomEvent<Details[Name]> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the way to add events to all elements
  interface HTMLElementEventMap extends Events {}
}

export function tell<Name extends keyof Details>(from: EventTarget, name: Name, detail: Details[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
