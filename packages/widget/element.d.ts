// What element.js exports: the class, which registers nothing. docs/embedding.md says what each attribute and event is for.
import type { Diagnostic, Evaluation } from "./calculator.d.ts";

export type * from "./calculator.d.ts";

/** Properties mirror attributes: a text, or null where there is none. */
export class SupportCalculator extends HTMLElement {
  static readonly observedAttributes: readonly string[];

  /** "zitadel", or "zitadel@2023-10-06". */
  policy: string | null;
  /** "2023-10-06"; the default is the one in force today. */
  revision: string | null;
  plan: string | null;
  /** The level; it wins over `impact`. */
  severity: string | null;
  /** "availability=down workaround=none". */
  impact: string | null;
  /** "Europe/Berlin"; the default is the visitor's. */
  timeZone: string | null;
  /** The code of a language there is a catalogue for, "de"; the default is that of the text around, then the visitor's. */
  language: string | null;
  /** "compact" or "full". */
  view: string | null;
  /** The address of the host's own policy. */
  policySrc: string | null;
  /** The other origins the host's policy may come from, separated by spaces. */
  policyOrigin: string | null;
  /** A hash of the host's policy, as in `integrity` of a script. */
  policyIntegrity: string | null;

  /** Starts over with the entries of a link, "plan=gold&policy=spacelift". */
  open(link: string): void;
  /** Loads the calculator if need be and goes to its first entry. */
  override focus(options?: FocusOptions): void;
}

/** Registers the class as `<support-calculator>`, unless the page has one already or there is no page. */
export function define(): void;

/** Of `support-calculator-ready`, once, and of `support-calculator-change`, at each new answer. */
export interface ChangeDetail {
  /** The entries as a link, "plan=default&policy=zitadel&…". */
  link: string;
  /** What the core answered; null as long as something is missing, such as the plan. */
  result: Evaluation | null;
}

/** Of `support-calculator-error`. */
export interface ErrorDetail {
  code: "attribute" | "load" | "blocked" | "files" | "policy" | "trapped";
  /** For developers, in English. */
  message: string;
  /** The attributes in question. */
  names: string[];
  diagnostics: Diagnostic[];
}

/** Of `support-calculator-copy`. */
export interface CopyDetail {
  what: string;
  text: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "support-calculator": SupportCalculator;
  }
  interface HTMLElementEventMap {
    "support-calculator-ready": CustomEvent<ChangeDetail>;
    "support-calculator-change": CustomEvent<ChangeDetail>;
    "support-calculator-error": CustomEvent<ErrorDetail>;
    "support-calculator-copy": CustomEvent<CopyDetail>;
  }
}
