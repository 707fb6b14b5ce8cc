// What must be so for something to hold, as far as the entries leave it open.
import { html, nothing } from "lit/html.js";
import { unknown } from "../words/facets.ts";
import { formatEither } from "../words/format.ts";
import type { Selector } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { answerWords } from "./severity.ts";

export function onlyIf(view: ResultView, when: Selector["when"] = {}): Content {
  const { options, severity } = view.result;
  const { byHand, impact } = view.shown.entries;
  // A question that no level asks may be answered, too, by a link.
  const answered = (id: string): boolean => severity.facets.some(({ facet }) => facet === id) || (!byHand && (impact.get(id) ?? unknown) !== unknown);
  const parts = [
    ...Object.entries(when.impact ?? {})
      .filter(([id]) => !answered(id))
      .map(([id, values]) => formatEither(view.catalog, values.map((value) => answerWords(view, id, value)))),
    ...(when.channels ?? []).map((id) => {
      const channel = view.row(view.policy.channels, id);
      return channel?.label === undefined ? view.word("channel", channel?.kind ?? id) : view.plain(channel.label);
    }),
    ...Object.entries(when.options ?? {})
      .filter(([id]) => options.some((option) => option.id === id && option.value === null))
      .map(([id, values]) => {
        const option = view.policy.options?.find((candidate) => candidate.id === id);
        const words = values.map((value) => option?.choices?.find((choice) => choice.id === value)?.label ?? value);
        const name = option ? view.plain(option.label) : id;
        return `${name}${name.endsWith("?") ? "" : ":"} ${formatEither(view.catalog, words.map((word) => view.plain(word)))}`;
      }),
  ];
  return parts.length === 0 ? nothing : html`<p class="note">${view.say("target.conditional", { condition: parts.join("; ") })}</p>`;
}
