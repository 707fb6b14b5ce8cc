// Before there is an answer: what comes out of this page, and the next thing to choose.
import { html, nothing } from "lit/html.js";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";

function vendors(view: View): Content {
  const { model } = view;
  return html`<h2>${view.say("welcome.heading")}</h2>
    <p>${view.say("welcome.text")}</p>
    <ul class="tiles plain">
      ${(view.shown.policies ?? []).map(
        ({ id, vendor, revisions }) =>
          html`<li>
            <button
              type="button"
              class="tile"
              @click=${() => {
                void model.choosePolicy(id);
              }}
            >
              <strong>${vendor}</strong>
              <span class="small-print">${view.say("welcome.revisions", { count: revisions.length })}</span>
            </button>
          </li>`,
      )}
    </ul>`;
}

function plans(view: View): Content {
  const { model } = view;
  const policy = view.shown.documents?.policy;
  if (!policy) return nothing;
  return html`<h2>${view.say("welcome.plan")}</h2>
    <p>${view.say("welcome.plan-text")}</p>
    <ul class="tiles plain">
      ${policy.plans.map(
        ({ id, label, description, support }) =>
          html`<li>
            <button
              type="button"
              class="tile"
              @click=${() => {
                void model.edit((state) => {
                  state.plan = id;
                });
              }}
            >
              <strong>${view.text(label)}</strong>
              ${description === undefined
                ? support === undefined
                  ? nothing
                  : html`<span class="small-print">${view.word("support", support)}</span>`
                : html`<span class="small-print">${view.text(description)}</span>`}
            </button>
          </li>`,
      )}
    </ul>`;
}

export function welcome(view: View): Content {
  if (view.shown.busy && !view.shown.policies) return html`<div class="card welcome"><p>${view.say("summary.busy")}</p></div>`;
  return html`<section class="card welcome">${view.shown.documents?.policy ? plans(view) : vendors(view)}</section>`;
}
