// What the answer rests on that the policy does not say: assumptions made, and gaps and conflicts in the text.
import { html, nothing } from "lit/html.js";
import type { Notice } from "#wasm";
import { formatDate, zoneName } from "../format.ts";
import type { Content, ResultView, Words } from "../view.ts";
import { section } from "./section.ts";

export function assumptionLabel(view: { say(key: string): string; catalog: { has(key: string): boolean } }, id: string, type: string): string {
  const key = `assumption.${id}`;
  return view.say(view.catalog.has(key) ? key : `assumption-type.${type}`);
}

function assumptions(view: ResultView): Content {
  const used = view.result.assumptions.filter((assumption) => assumption.used);
  if (used.length === 0) return nothing;
  return html`<h3>${view.say("open.assumed")}</h3>
    <dl class="pairs">
      ${used.map(({ id, value, default: isDefault }) => {
        const row = view.policy.assumptions?.find((assumption) => assumption.id === id);
        const words = row?.type === "calendar" ? view.word("calendar", value) : zoneName(value);
        return html`<dt>${assumptionLabel(view, id, row?.type ?? "window")}</dt>
          <dd>
            <strong>${words}</strong>
            <span class="chip chip-plain">${view.say(isDefault ? "open.default" : "open.chosen")}</span>
            ${row ? html`<p class="note">${view.text(row.why)}</p>` : nothing}
          </dd>`;
      })}
    </dl>`;
}

function ambiguity(view: ResultView, notice: Notice): Content {
  const row = view.policy.ambiguities?.find(({ id }) => id === notice.ambiguity);
  if (!row) return nothing;
  return html`<li class="open-point">
    <p><span class="chip chip-plain">${view.word("ambiguity", row.kind)}</span> ${view.text(row.text)}</p>
    ${row.resolution === undefined ? nothing : html`<p class="note">${view.text(row.resolution)}</p>`}
    <p class="small-print">${view.cite(row.cite)}</p>
  </li>`;
}

/** A notice about a revision, in words. */
export function warning(view: Words, { id, in_force_from, in_force_until }: Notice): Content {
  const date = (value: string | null | undefined): string => (value == null ? "…" : formatDate(view.catalog, value));
  return view.say(`notice.${id}`, { from: date(in_force_from), until: date(in_force_until) });
}

// The policy has changed since the revision at hand: the way to the one in force today.
function newer(view: ResultView): Content {
  const revision = view.model.newer;
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

export function openPoints(view: ResultView): Content {
  const assumed = assumptions(view);
  const gaps = view.result.notices.filter(({ id }) => id === "ambiguity");
  if (assumed === nothing && gaps.length === 0) return nothing;
  return section(
    "open",
    view.say("section.open"),
    html`${assumed}
    ${gaps.length === 0
      ? nothing
      : html`<details ?open=${gaps.length <= 3}>
          <summary>${view.say("open.unclear", { count: gaps.length })}</summary>
          <ul class="open-points plain">
            ${gaps.map((notice) => ambiguity(view, notice))}
          </ul>
        </details>`}`,
  );
}
