// Whether the matter is covered, in a word.
import { html, nothing } from "lit/html.js";
import type { Verdict } from "#wasm";
import type { ResultView } from "./view.ts";
import type { Content, Words } from "../words/words.ts";

const tones: Record<Verdict, string> = {
  in: "in",
  out: "out",
  conditional: "maybe",
  courtesy: "maybe",
  "not-stated": "open",
  "not-asked": "open",
};

export function verdictChip(view: Words, verdict: Verdict): Content {
  return html`<span class="chip verdict verdict-${tones[verdict]}" part="verdict">${view.word("verdict", verdict)}</span>`;
}

/** The topic and the maturity that were asked about. */
export function asked(view: ResultView): Content[] {
  const { topic, maturity } = view.result.scope;
  const { scope } = view.policy;
  const labels = [
    topic === "other" ? view.say("form.topic-other") : view.text(scope?.topics?.find(({ id }) => id === topic)?.label),
    view.text(scope?.maturities?.find(({ id }) => id === maturity)?.label),
  ].filter((label) => label !== nothing);
  return labels.map((label, index) => html`${index === 0 ? nothing : " · "}${label}`);
}
