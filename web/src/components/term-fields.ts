// What a policy forgets to say, to be set otherwise than we assume.
import { html } from "lit/html.js";
import { live } from "../live.ts";
import type { Assumption } from "../policy.ts";
import type { Content, View } from "../view.ts";
import { assumptionLabel } from "./assumption.ts";
import { act, select } from "./form.ts";

function assumptionField(view: View, assumption: Assumption): Content {
  const { model } = view;
  const name = `assume-${assumption.id}`;
  const label = assumption.label === undefined ? assumptionLabel(view, assumption.id, assumption.type) : view.text(assumption.label);
  const value = model.state.assumptions.get(assumption.id) ?? assumption.default;
  const why = view.text(assumption.why);
  const pick = (picked: string): void => {
    act(
      model.edit(({ assumptions }) => {
        if (picked === "" || picked === assumption.default) assumptions.delete(assumption.id);
        else assumptions.set(assumption.id, picked);
      }),
    );
  };
  if (assumption.type === "calendar") {
    const items = (assumption.choices ?? [assumption.default]).map((id) => ({ id, label: view.word("calendar", id) }));
    return select(name, label, items, value, pick, why);
  }
  if (assumption.type === "time-zone") {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <p class="hint" id="${name}-hint">${why}</p>
      <input
        id=${name}
        list="zones"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="${name}-hint"
        .value=${live(value)}
        @change=${(event: Event) => {
          pick((event.target as HTMLInputElement).value.trim());
        }}
      />
    </div>`;
  }
  // The field knows no 24:00, and complains of a link's times that are none; the answer names those.
  const [open = "", close = ""] = value
    .split("-")
    .map((time) => (time === "24:00" ? "00:00" : /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : ""));
  const both = (event: Event): void => {
    const row = (event.target as HTMLElement).closest(".date-time");
    const [from = "", to = ""] = [...(row?.querySelectorAll("input") ?? [])].map((input) => input.value.slice(0, 5));
    if (from !== "" && to !== "") pick(`${from}-${to === "00:00" ? "24:00" : to}`);
  };
  return html`<fieldset class="field">
    <legend>${label}</legend>
    <p class="hint">${why}</p>
    <div class="date-time">
      <div>
        <label for="${name}-open">${view.say("form.opens")}</label>
        <input id="${name}-open" type="time" .value=${live(open)} @change=${both} />
      </div>
      <div>
        <label for="${name}-close">${view.say("form.closes")}</label>
        <input id="${name}-close" type="time" .value=${live(close)} @change=${both} />
      </div>
    </div>
  </fieldset>`;
}

export function assumptionFields(view: View, list: readonly Assumption[]): Content {
  return html`<p class="hint">${view.say("form.assumptions-hint")}</p>
    ${list.map((assumption) => assumptionField(view, assumption))}`;
}
