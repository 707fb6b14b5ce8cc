// The entries: contract and impact, which an answer cannot do without; the others follow it (form-rest.ts). Nothing is sent
// anywhere; each change recalculates.
import { html, nothing } from "lit/html.js";
import { question, unknown } from "../words/facets.ts";
import { live } from "./live-property.ts";
import type { Option, Policy } from "../files/policy.ts";
import type { View } from "./view.ts";
import { wrongNumber, type WrongNumber } from "../state/settle.ts";
import type { Content, Words } from "../words/words.ts";
import type { Parts } from "./parts.ts";

export interface Item {
  id: string;
  label: Content;
}

type Pick = (value: string) => void;

/** A few answers to choose from, all visible. */
export function chips(name: string, legend: Content, items: readonly Item[], selected: string | null, pick: Pick, hint: Content = nothing): Content {
  return html`<fieldset class="field field-${name}">
    <legend>${legend}</legend>
    ${hint === nothing ? nothing : html`<p class="hint">${hint}</p>`}
    <div class="choices">
      ${items.map(
        ({ id, label }) =>
          html`<label class="choice"
            ><input
              type="radio"
              name=${name}
              value=${id}
              .checked=${live(id === selected)}
              @change=${() => {
                pick(id);
              }}
            /><span>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

export function select(name: string, label: Content, items: readonly Item[], selected: string, pick: Pick, hint: Content = nothing): Content {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${hint === nothing ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <select
      id=${name}
      name=${name}
      aria-describedby=${hint === nothing ? nothing : `${name}-hint`}
      @change=${(event: Event) => {
        pick((event.target as HTMLSelectElement).value);
      }}
    >
      ${items.map(({ id, label: words }) => html`<option value=${id} .selected=${live(id === selected)}>${words}</option>`)}
    </select>
  </div>`;
}

export const act = (work: Promise<void>): void => {
  work.catch((error: unknown) => {
    console.error(error);
  });
};

export const orNull = (value: string): string | null => (value === "" ? null : value);

// --- the contract

function vendorField(view: View): Content {
  const { model } = view;
  const items = (view.shown.policies ?? []).map(({ id, vendor }) => ({ id, label: vendor }));
  return select("policy", view.say("form.vendor"), [{ id: "", label: view.say("form.choose") }, ...items], view.entries.policy ?? "", (value) => {
    act(model.choosePolicy(orNull(value)));
  });
}

function revisionField(view: View, { details }: Parts): Content {
  return html`<details class="more">
    <summary>${view.say("form.revision-more", { revision: view.shown.revision?.revision ?? "" })}</summary>
    ${details?.revisionSelect(view)}
  </details>`;
}

function planField(view: View, policy: Policy): Content {
  const items = policy.plans.map(({ id, label }): Item => ({ id, label: view.text(label) }));
  const plan = policy.plans.find(({ id }) => id === view.entries.plan);
  return html`${chips("plan", view.say("form.plan"), items, view.entries.plan, (value) => {
    act(
      view.model.edit((state) => {
        state.plan = value;
      }),
    );
  })}
  ${plan?.description === undefined ? nothing : html`<p class="hint">${view.text(plan.description)}</p>`}
  ${plan?.support === undefined || plan.support === "full" ? nothing : html`<p class="hint">${view.word("support", plan.support)}</p>`}
  <slot name="plan"></slot>`;
}

/** How a value of the contract is entered. */
export interface OptionEntry {
  /** As entered; undefined stands for the policy's default, and "" for what is not known. */
  value: string | undefined;
  /** What was typed and is no number the option can have. */
  wrong: WrongNumber | null;
  hint: Content;
  choices: typeof chips | typeof select;
  /** The field of a value that is neither one of the policy's choices nor a number. */
  typed: (value: string, hint: Content) => Content;
  pick: Pick;
  pointOut: (wrong: WrongNumber | null) => void;
}

/** A value of the contract. A number out of its range is pointed out and not used. */
export function optionField(view: Words, option: Option, { value: entered, wrong, hint, choices, typed, pick, pointOut }: OptionEntry): Content {
  const name = `option-${option.id}`;
  const value = entered ?? String(option.default ?? "");
  if (option.choices) {
    const items = option.choices.map(({ id, label }): Item => ({ id, label: choices === select ? view.plain(label) : view.text(label) }));
    if (option.default === undefined) items.push({ id: "", label: view.say("facet.unknown") });
    return choices(name, view.text(option.label), items, value, pick, hint);
  }
  const range = option.integer;
  if (!range) return typed(value, hint);
  const own = wrong?.option === option.id ? wrong.typed : null;
  const words = view.say("form.integer", { min: range.min, max: view.say(`unit.${range.unit}`, { count: range.max }) });
  return html`<div class="field">
    <label for=${name}>${view.text(option.label)}</label>
    <p class="hint" id="${name}-hint">${words}</p>
    <input
      id=${name}
      type="number"
      inputmode="numeric"
      min=${range.min}
      max=${range.max}
      step="1"
      aria-describedby="${name}-hint${own === null ? "" : ` ${name}-error`}"
      aria-invalid=${own === null ? nothing : "true"}
      .value=${live(own ?? value)}
      @change=${(event: Event) => {
        const entry = (event.target as HTMLInputElement).value;
        const refused = wrongNumber(option, entry);
        pointOut(refused);
        pick(refused ? "" : entry.trim());
      }}
    />
    ${own === null ? nothing : html`<p class="error" id="${name}-error">${view.say("form.not-in-range", { typed: own, range: words })}</p>`}
  </div>`;
}

function optionEntry(view: View, option: Option, { details }: Parts): Content {
  const { model } = view;
  const pick = (picked: string): void => {
    act(
      model.edit(({ options }) => {
        if (picked === "") options.delete(option.id);
        else options.set(option.id, picked);
      }),
    );
  };
  return optionField(view, option, {
    value: view.entries.options.get(option.id),
    wrong: model.typed.number,
    hint: view.text(option.why ?? option.note ?? option.cite?.note),
    choices: chips,
    typed: (value, hint) =>
      details?.typedOptionField(view, option, { zones: model.zones, calendars: view.shown.revision?.calendars ?? [] }, hint, value, pick) ?? nothing,
    pick,
    pointOut: (wrong) => {
      model.typed.number = wrong;
    },
  });
}

function contract(view: View, vendor: boolean, parts: Parts): Content {
  const policy = view.shown.documents?.policy;
  const { plan } = view.entries;
  const open = plan === null ? [] : (view.model.sound?.options ?? []);
  const options = open.flatMap(({ id }) => policy?.options?.find((option) => option.id === id) ?? []);
  return html`<section class="form-part" aria-labelledby="contract-heading">
    <h3 id="contract-heading">${view.say("form.contract")}</h3>
    ${vendor ? vendorField(view) : nothing}
    <div class="of-vendor" ?inert=${view.leaving}>
      ${policy ? planField(view, policy) : nothing} ${options.map((option) => optionEntry(view, option, parts))}
      ${policy && !parts.short ? revisionField(view, parts) : nothing}
    </div>
  </section>`;
}

// --- the impact

function questions(view: View, policy: Policy): Content {
  const { model } = view;
  return html`${(model.sound?.severity.ask ?? []).map((facet) => {
    const item = question(view.catalog, policy, facet);
    if (!item) return nothing;
    const items = [...item.values.map(({ id, label }): Item => ({ id, label: view.text(label) })), { id: unknown, label: view.say("facet.unknown") }];
    return chips(`impact-${facet}`, view.text(item.label), items, view.entries.impact.get(facet) ?? policy.presumed?.[facet]?.value ?? unknown, (value) => {
      act(model.answerFacet(facet, value));
    });
  })}`;
}

function levelField(view: View, policy: Policy): Content {
  const levels = (view.model.sound?.severity.levels ?? []).flatMap(({ id }) => policy.severities?.find((level) => level.id === id) ?? []);
  const items = levels.map(({ id, label, name }) => ({
    id,
    label: html`${view.text(label)}${name === undefined ? nothing : html` <span class="choice-more">${view.text(name)}</span>`}`,
  }));
  return chips("severity", view.say("form.level"), items, view.entries.severity, (value) => {
    act(
      view.model.edit((state) => {
        state.severity = value;
      }),
    );
  });
}

function impact(view: View, policy: Policy): Content {
  const { model } = view;
  if ((model.sound?.severity.levels ?? []).length === 0) return nothing;
  const ways = [
    { id: "describe", label: view.say("form.describe") },
    { id: "level", label: view.say("form.pick-level") },
  ];
  return html`<section class="form-part" aria-labelledby="impact-heading">
    <h3 id="impact-heading">${view.say("form.impact")}</h3>
    ${chips("way", view.say("form.way"), ways, view.entries.byHand ? "level" : "describe", (value) => {
      act(
        model.edit((state) => {
          state.byHand = value === "level";
        }),
      );
    })}
    ${view.entries.byHand ? levelField(view, policy) : questions(view, policy)}
  </section>`;
}

/** `vendor`: whether there is one to choose. */
export function form(view: View, vendor: boolean, parts: Parts): Content {
  const policy = view.shown.documents?.policy;
  const { plan } = view.entries;
  const computing = view.shown.problem !== "blocked";
  return html`<form
    class="card form"
    part="form"
    novalidate
    aria-labelledby="form-heading"
    @submit=${(event: Event) => {
      event.preventDefault();
    }}
  >
    <h2 id="form-heading">${view.say("form.heading")}</h2>
    ${contract(view, vendor, parts)}
    ${policy && plan !== null && computing
      ? html`<div class="of-vendor" ?inert=${view.leaving}>
          ${impact(view, policy)} ${parts.short ? nothing : parts.details?.timeAndScope(view, policy)}
        </div>`
      : nothing}
  </form>`;
}
