// What every part of an answer is drawn from.
import { html, nothing } from "lit/html.js";
import type { Cite as BareCite, Evaluation, Offer } from "#wasm";
import type { Cite, Policy, Severity } from "../files/policy.ts";
import type { Snapshot } from "../state/answer.ts";
import type { Entries } from "../state/entries.ts";
import type { Model } from "../state/model.ts";
import type { Catalog } from "../words/catalog.ts";
import { sourceAddress } from "../words/source-address.ts";
import { Words, type Content } from "../words/words.ts";

export class View extends Words {
  /** What is drawn, also when the model knows of something newer by then. */
  readonly shown: Snapshot;
  /** Whether another vendor was chosen than the one that is drawn, whose files are on their way. */
  readonly leaving: boolean;
  /**
   * What form controls show: what was entered last, so that nothing drawn meanwhile takes it back; below the vendor, those of one
   * that is being left stay as they were.
   */
  readonly entries: Entries;

  constructor(
    catalog: Catalog,
    readonly model: Model,
  ) {
    super(catalog);
    this.shown = model.shown;
    const { shown, entered } = model;
    this.leaving = entered.policy !== shown.entries.policy;
    this.entries = this.leaving ? { ...shown.entries, policy: entered.policy } : entered;
  }
}

/** The view of an answered request. */
export class ResultView extends View {
  constructor(
    catalog: Catalog,
    model: Model,
    readonly policy: Policy,
    readonly result: Evaluation,
  ) {
    super(catalog, model);
  }

  /** What the plan has beside the answer; nothing until all texts are there. */
  get offer(): Offer | undefined {
    return this.shown.sound?.offer;
  }

  severity(id: string | null): Severity | undefined {
    return this.policy.severities?.find((severity) => severity.id === id);
  }

  /** "Severity 1" */
  severityLabel(id: string): string {
    const severity = this.severity(id);
    return severity ? this.plain(severity.label) : id;
  }

  /** Where a fact comes from, in small print. */
  cite(cite: Cite | BareCite | undefined): Content {
    if (!cite) return nothing;
    const source = this.policy.sources.find(({ id }) => id === cite.source);
    const basis = cite.basis ?? "stated";
    const words = html`${source?.title ?? cite.source}${cite.section === undefined ? nothing : html`, ${cite.section}`}`;
    const address = source ? sourceAddress(source, cite.section) : null;
    return html`<span class="cite" part="cite"
      >${address === null ? words : html`<a href=${address} rel="noreferrer" target="_blank">${words}</a>`}${basis === "stated"
        ? nothing
        : html` <span class="basis">(${this.word("basis", basis)})</span>${"note" in cite
              ? html` <span class="basis">${this.text(cite.note)}</span>`
              : nothing}`}</span
    >`;
  }
}
