// Zones, calendars, times of day and hours that a contract settles (options) or that we assume because the policy forgot them.
import { html, nothing } from "lit/html.js";
import { live } from "./live-property.ts";
import type { Assumption, Option } from "../files/policy.ts";
import type { View } from "./view.ts";
import type { Content, Words } from "../words/words.ts";
import { assumptionLabel, termWords } from "./contract-words.ts";
import { zoneNamed } from "../state/zones.ts";
import { act, select, type Item } from "./form.ts";

interface Term {
  name: string;
  label: Content;
  hint: Content;
  type: Assumption["type"];
  /** "" where nothing is set. */
  value: string;
  /** The names of all zones, for one of them. */
  zones: readonly string[];
  /** The values there are, for a calendar or hours. */
  choices: readonly Item[];
  /** "" leaves it open, where it may be. */
  pick: (value: string) => void;
}

function zoneTerm({ name, label, hint, value, zones, pick }: Term): Content {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${hint === nothing ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <input
      id=${name}
      list="zones"
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${hint === nothing ? nothing : `${name}-hint`}
      .value=${live(value)}
      @change=${(event: Event) => {
        const typed = (event.target as HTMLInputElement).value.trim();
        // What is no zone goes to the core, which says so.
        pick(zoneNamed(zones, typed) ?? typed);
      }}
    />
  </div>`;
}

function windowTerm(view: Words, { name, label, hint, value, pick }: Term): Content {
  // The field knows no 24:00, and complains of a link's times that are none; the answer names those.
  const [open = "", close = ""] = value
    .split("-")
    .map((time) => (time === "24:00" ? "00:00" : /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : ""));
  const both = (event: Event): void => {
    const row = (event.target as HTMLElement).closest(".date-time");
    const [from = "", to = ""] = [...(row?.querySelectorAll("input") ?? [])].map((input) => input.value.slice(0, 5));
    if (from !== "" && to !== "") pick(`${from}-${to === "00:00" ? "24:00" : to}`);
    else if (from === "" && to === "") pick("");
  };
  return html`<fieldset class="field">
    <legend>${label}</legend>
    ${hint === nothing ? nothing : html`<p class="hint">${hint}</p>`}
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

function termField(view: Words, term: Term): Content {
  switch (term.type) {
    case "time-zone":
      return zoneTerm(term);
    case "window":
      return windowTerm(view, term);
    case "calendar":
    case "hours":
      return select(term.name, term.label, term.choices, term.value, term.pick, term.hint);
  }
}

function assumptionField(view: View, assumption: Assumption): Content {
  const { model } = view;
  const { id, type } = assumption;
  const term: Term = {
    name: `assume-${id}`,
    label: assumptionLabel(view, assumption),
    hint: view.text(assumption.why),
    type,
    value: view.entries.assumptions.get(id) ?? assumption.default,
    zones: model.zones,
    choices: (assumption.choices ?? [assumption.default]).map((choice) => ({ id: choice, label: termWords(view, view.shown.documents?.policy ?? null, type, choice) })),
    pick: (picked) => {
      act(
        model.edit(({ assumptions }) => {
          if (picked === "" || picked === assumption.default) assumptions.delete(id);
          else assumptions.set(id, picked);
        }),
      );
    },
  };
  return termField(view, term);
}

export function assumptionFields(view: View, list: readonly Assumption[]): Content {
  return html`<p class="hint">${view.say("form.assumptions-hint")}</p>
    ${list.map((assumption) => assumptionField(view, assumption))}`;
}

/** What the fields for a zone propose. */
export function zoneNames(zones: readonly string[]): Content {
  return html`${zones.map((name) => html`<option value=${name}></option>`)}`;
}

export interface Known {
  zones: readonly string[];
  /** The calendars a contract may settle on. */
  calendars: readonly string[];
}

/** An option whose value is neither one of the policy's choices nor a number. */
export function typedOptionField(view: Words, option: Option, known: Known, hint: Content, value: string, pick: (value: string) => void): Content {
  if (!option.type) return nothing;
  const open: Item[] = option.default === undefined ? [{ id: "", label: view.say("facet.unknown") }] : [];
  return termField(view, {
    name: `option-${option.id}`,
    label: view.text(option.label),
    hint,
    type: option.type,
    value,
    zones: known.zones,
    choices: [...open, ...["none", ...known.calendars].map((id): Item => ({ id, label: view.word("calendar", id) }))],
    pick,
  });
}

/** The zone of the visitor or of a table; a name that is none is pointed out. */
export function zoneField(view: Words, zones: readonly string[], label: string, hint: string, zone: string, wrong: string | null, pick: (typed: string) => void): Content {
  return html`<div class="field">
    <label for="zone">${label}</label>
    <p class="hint" id="zone-hint">${hint}</p>
    <input
      id="zone"
      list="zones"
      autocomplete="off"
      spellcheck="false"
      aria-describedby="zone-hint${wrong === null ? "" : " zone-error"}"
      aria-invalid=${wrong === null ? nothing : "true"}
      .value=${live(wrong ?? zone)}
      @change=${(event: Event) => {
        pick((event.target as HTMLInputElement).value.trim());
      }}
    />
    ${wrong === null ? nothing : html`<p class="error" id="zone-error">${view.say("form.zone-unknown", { zone: wrong })}</p>`}
    <datalist id="zones">${zoneNames(zones)}</datalist>
  </div>`;
}
