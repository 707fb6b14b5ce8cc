// Entries that both views have: a vendor, and what its contract settles.
import { html, nothing } from "lit/html.js";
import { chips, select, type Item } from "../components/form.ts";
import { typedOptionField, type Known } from "../components/term-fields.ts";
import type { Library } from "../library.ts";
import { live } from "../live.ts";
import type { Option } from "../policy.ts";
import type { Content, Words } from "../view.ts";

/** The vendors, behind a first choice that is none of them. */
export function vendorField(library: Library, label: string, none: string, chosen: string | null, pick: (id: string | null) => void): Content {
  const items = library.index.policies.map(({ id, vendor }) => ({ id, label: vendor }));
  return select("policy", label, [{ id: "", label: none }, ...items], chosen ?? "", (value) => {
    pick(value === "" ? null : value);
  });
}

/** A value of the contract; "" where it is not known. */
export function optionField(view: Words, option: Option, known: Known, value: string | undefined, pick: (value: string) => void): Content {
  const name = `option-${option.id}`;
  if (option.choices) {
    const items: Item[] = option.choices.map(({ id, label }) => ({ id, label: view.plain(label) }));
    if (option.default === undefined) items.unshift({ id: "", label: view.say("facet.unknown") });
    return select(name, view.text(option.label), items, value ?? String(option.default ?? ""), pick);
  }
  const range = option.integer;
  if (!range) return typedOptionField(view, option, known, nothing, value ?? String(option.default ?? ""), pick);
  return html`<div class="field">
    <label for=${name}>${view.text(option.label)}</label>
    <p class="hint" id="${name}-hint">
      ${view.say("form.integer", { min: range.min, max: view.say(`unit.${range.unit}`, { count: range.max }) })}
    </p>
    <input
      id=${name}
      type="number"
      inputmode="numeric"
      min=${range.min}
      max=${range.max}
      step="1"
      aria-describedby="${name}-hint"
      .value=${live(value ?? "")}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        pick(input.validity.valid ? input.value : "");
      }}
    />
  </div>`;
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
    <datalist id="zones">${zones.map((name) => html`<option value=${name}></option>`)}</datalist>
  </div>`;
}

export { chips, select };
