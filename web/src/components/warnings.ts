// Notices about the revision and the like.
import { html, nothing } from "lit/html.js";
import type { Notice } from "#wasm";
import { newerThan } from "../state/model.ts";
import { formatDate } from "../words/format.ts";
import type { ResultView } from "./view.ts";
import type { Content, Words } from "../words/words.ts";

/** A notice about a revision, in words. */
export function warning(view: Words, { id, in_force_from, in_force_until }: Notice): Content {
  const date = (value: string | null | undefined): string => (value == null ? "…" : formatDate(view.catalog, value));
  return view.say(`notice.${id}`, { from: date(in_force_from), until: date(in_force_until) });
}

// The policy has changed since the revision at hand: the way to the one in force today.
function newer(view: ResultView): Content {
  const revision = newerThan(view.shown);
  if (!revision) return nothing;
  const params = { revision: revision.revision, from: revision.in_force_from === null ? "…" : formatDate(view.catalog, revision.in_force_from) };
  return html`<p class="banner newer">
    ${view.say("notice.revision.newer", params)}
    <button
      type="button"
      class="button"
      @click=${() => {
        void view.model.edit((state) => {
          state.revision = revision.revision;
        });
      }}
    >
      ${view.say("notice.revision.newer-show")}
    </button>
  </p>`;
}

/** Notices about the revision and the like: they belong above the answer. */
export function warnings(view: ResultView): Content {
  const list = view.result.notices.filter(({ id }) => id !== "ambiguity");
  return html`${newer(view)}
  ${list.length === 0
    ? nothing
    : html`<ul class="warnings plain">
        ${list.map((notice) => html`<li class="banner">${warning(view, notice)}</li>`)}
      </ul>`}`;
}
