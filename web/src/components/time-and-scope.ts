// The entries that an answer can do without: time, scope, assumptions.
import { html, nothing } from "lit/html.js";
import { clockName, formatShortDay, formatTime, parseWall } from "../words/format.ts";
import { live } from "./live-property.ts";
import { holdsFor, lineageOf, type Policy, type Text } from "../files/policy.ts";
import { keeps } from "../state/remembered.ts";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";
import { act, chips, orNull, select, type Item } from "./form.ts";
import { assumptionFields, zoneField } from "./contract-fields.ts";
import { typedNote } from "./typed-note.ts";

// --- the time

function timeFields(view: View): Content {
  const { model } = view;
  const local = view.shown.locals.get(view.entries.at ?? "") ?? view.shown.filed?.local ?? "";
  const date = local.slice(0, 10);
  const time = local.slice(11, 16);
  const typed = (event: Event): void => {
    const row = (event.target as HTMLElement).closest(".date-time");
    const value = (name: string): string => row?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
    const entry = { date: value("date"), time: value("time").slice(0, 5) };
    if (entry.date !== "" && entry.time !== "") act(model.fileAt(entry));
  };
  return html`<div class="date-time">
    <div class="field">
      <label for="filed-date">${view.say("form.date")}</label>
      <input id="filed-date" name="date" type="date" min="2015-01-01" max="2099-12-31" .value=${live(date)} @change=${typed} />
    </div>
    <div class="field">
      <label for="filed-time">${view.say("form.time")}</label>
      <input id="filed-time" name="time" type="time" .value=${live(time)} @change=${typed} />
    </div>
  </div>`;
}

function filing(view: View): Content {
  const { model } = view;
  const ways = [
    { id: "now", label: view.say("form.now") },
    { id: "at", label: view.say("form.at") },
  ];
  const wall = view.shown.filed ? parseWall(view.shown.filed.local) : null;
  return html`<section class="form-part" aria-labelledby="time-heading">
    <h3 id="time-heading">${view.say("form.filing")}</h3>
    ${chips("filing", view.say("form.when"), ways, view.entries.at === null ? "now" : "at", (value) => {
      act(value === "now" ? model.fileNow() : model.fileAtInstant(view.shown.submittedAt));
    })}
    ${wall
      ? html`<p class="hint filed">
          ${formatShortDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)}
          <span class="zone">${clockName(view.shown.entries.timeZone, wall)}</span>
        </p>`
      : nothing}
    ${view.entries.at === null ? nothing : timeFields(view)} ${typedNote(view)} ${zoneField(
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

function scopeFields(view: View, policy: Policy, plan: string): Content {
  const { model } = view;
  const all = (policy.scope?.topics ?? []).filter((topic) => holdsFor(topic, lineageOf(policy, plan)));
  const topics = all.filter((topic, index) => all.findIndex(({ id }) => id === topic.id) === index);
  const maturities = policy.scope?.maturities ?? [];
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
export function timeAndScope(view: View, policy: Policy, plan: string): Content {
  return html`${filing(view)} ${scopeFields(view, policy, plan)} ${assumptions(view, policy)}`;
}
