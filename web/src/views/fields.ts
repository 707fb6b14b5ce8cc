// Entries that both views have: a vendor, and what its contract settles.
import { html, nothing } from "lit/html.js";
import { chips, select, type Item } from "../components/form.ts";
import { typedOptionField, type Known } from "../components/contract-fields.ts";
import type { Library } from "../files/library.ts";
import { live } from "../components/live-property.ts";
import type { Option } from "../files/policy.ts";
import type { Content, Words } from "../words/words.ts";

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

export { chips, select };
