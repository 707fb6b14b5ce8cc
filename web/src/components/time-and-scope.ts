// The entries that an answer can do without: time, scope, assumptions.
import { html, nothing } from "lit/html.js";
import { live } from "./live-property.ts";
import type { Policy, Text } from "../files/policy.ts";
import { keeps } from "../state/remembered.ts";
import type { View } from "./view.ts";
import { rowsOf, type Content } from "../words/words.ts";
import { filingFields } from "./filing.ts";
import { act, orNull, select, type Item } from "./form.ts";
import { assumptionFields, zoneField } from "./contract-fields.ts";
import { typedNote } from "./typed-note.ts";

// --- the time

function filing(view: View): Content {
  const { model } = view;
  const { entries, shown } = view;
  return html`<section class="form-part" aria-labelledby="time-heading">
    <h3 id="time-heading">${view.say("form.filing")}</h3>
    ${filingFields(view, {
      way: entries.at === null ? "now" : "at",
      filed: shown.filed && { local: shown.filed.local, zone: shown.entries.timeZone },
      entered: shown.locals.get(entries.at ?? "") ?? shown.filed?.local ?? "",
      choose: (way) => {
        act(way === "now" ? model.fileNow() : model.fileAtInstant(shown.submittedAt));
      },
      enter: (local) => {
        act(model.fileAt(local));
      },
    })}
    ${typedNote(view)} ${zoneField(
      view,
      model.zones,
      view.say("form.zone"),
      view.say(keeps() ? "form.zone-hint" : "widget.zone-hint"),
      view.entries.timeZone ?? "",
      model.typed.zone,
      (typed) => {
        act(model.typeZone(typed));
      },
    )}
    <label class="check"
      ><input
        type="checkbox"
        .checked=${live(model.paused)}
        @change=${(event: Event) => {
          act(model.pause((event.target as HTMLInputElement).checked));
        }}
      /><span>${view.say("form.pause")}</span></label
    >
  </section>`;
}

// --- scope and assumptions

function scopeFields(view: View, policy: Policy): Content {
  const { model } = view;
  const offer = model.sound?.offer;
  const topics = rowsOf(policy.scope?.topics, offer?.topics);
  const maturities = rowsOf(policy.scope?.maturities, offer?.maturities);
  if (topics.length === 0 && maturities.length === 0) return nothing;
  const item = ({ id, label }: { id: string; label: Text }): Item => ({ id, label: view.plain(label) });
  const open = { id: "", label: view.say("form.not-checked") };
  return html`<section class="form-part" aria-labelledby="scope-form-heading">
    <h3 id="scope-form-heading">${view.say("form.scope")}</h3>
    ${topics.length === 0
      ? nothing
      : select(
          "topic",
          view.say("form.topic"),
          [open, ...topics.map(item), { id: "other", label: view.say("form.topic-other") }],
          view.entries.topic ?? "",
          (value) => {
            act(
              model.edit((state) => {
                state.topic = orNull(value);
              }),
            );
          },
        )}
    ${maturities.length === 0
      ? nothing
      : select("maturity", view.say("form.maturity"), [open, ...maturities.map(item)], view.entries.maturity ?? "", (value) => {
          act(
            model.edit((state) => {
              state.maturity = orNull(value);
            }),
          );
        })}
  </section>`;
}

function assumptions(view: View, policy: Policy): Content {
  const list = policy.assumptions ?? [];
  if (list.length === 0) return nothing;
  return html`<section class="form-part" aria-labelledby="assume-heading">
    <details>
      <summary><h3 id="assume-heading">${view.say("form.assumptions", { count: list.length })}</h3></summary>
      ${assumptionFields(view, list)}
    </details>
  </section>`;
}

/** Time, scope and assumptions. */
export function timeAndScope(view: View, policy: Policy): Content {
  return html`${filing(view)} ${scopeFields(view, policy)} ${assumptions(view, policy)}`;
}
