// Whether the version in use is still supported, where the policy has a rule about that.
import { html, nothing } from "lit/html.js";
import type { Condition } from "#wasm";
import { live } from "./live-property.ts";
import type { LifecycleRow } from "../files/policy.ts";
import type { Entries } from "../state/entries.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { onlyIf } from "./condition.ts";
import { section } from "./section.ts";
import { entryProblems } from "./time-entry.ts";

type Verdict = ResultView["result"]["lifecycle"][number]["verdict"];

const tones: Record<Verdict, string> = { "not-asked": "open", "not-decided": "open", within: "in", beyond: "out" };

interface Field {
  name: string;
  type: "date" | "number";
  value: string | null;
  set: (state: Entries, value: string | null) => void;
  pointer: string;
}

function entry(view: ResultView, { name, type, value, set, pointer }: Field): Content {
  const problems = entryProblems(view, pointer);
  return html`<div class="field">
    <label for=${name}>${view.say(`versions.${name}`)}</label>
    <input
      id=${name}
      type=${type}
      min=${type === "number" ? "0" : "2000-01-01"}
      max=${type === "number" ? "9999" : "2099-12-31"}
      inputmode=${type === "number" ? "numeric" : nothing}
      aria-describedby=${problems.length === 0 ? nothing : `${name}-error`}
      aria-invalid=${problems.length === 0 ? nothing : "true"}
      .value=${live(value ?? "")}
      @change=${(event: Event) => {
        const field = event.target as HTMLInputElement;
        void view.model.edit((state) => {
          set(state, field.value !== "" && field.checkValidity() ? field.value : null);
        });
      }}
    />
    ${problems.map((problem) => html`<p class="error" id="${name}-error">${problem}</p>`)}
  </div>`;
}

interface Rule {
  row: LifecycleRow;
  verdict: Verdict;
  conditions: readonly Condition[];
}

function ruleView(view: ResultView, { row, verdict, conditions }: Rule): Content {
  const decides = row.rule === "max-age" || row.rule === "latest-count";
  const limited = verdict === "beyond" && row.effect === "limited";
  return html`<li class="rule">
    ${decides
      ? html`<p>
          <span class="chip verdict verdict-${limited ? "maybe" : tones[verdict]}"
            >${view.word("lifecycle", limited ? "limited" : verdict)}</span
          >
        </p>`
      : nothing}
    <p>${view.text(row.text)}</p>
    ${onlyIf(view, conditions)}
    <p class="small-print">${view.cite(row.cite)}</p>
  </li>`;
}

export function versions(view: ResultView): Content {
  const rows = view.result.lifecycle.flatMap(({ row: index, verdict, conditions }) => {
    const row = view.policy.lifecycle?.[index];
    return row ? [{ row, verdict, conditions }] : [];
  });
  if (rows.length === 0) return nothing;
  const { released, behind } = view.entries;
  const asks = (rule: LifecycleRow["rule"]): boolean => rows.some(({ row }) => row.rule === rule);
  return section(
    "versions",
    view.say("section.versions"),
    html`${asks("max-age")
      ? entry(view, {
          name: "released",
          type: "date",
          value: released,
          set: (state, value) => {
            state.released = value;
          },
          pointer: "/version/released_on",
        })
      : nothing}
    ${asks("latest-count")
      ? entry(view, {
          name: "behind",
          type: "number",
          value: behind,
          set: (state, value) => {
            state.behind = value;
          },
          pointer: "/version/behind",
        })
      : nothing}
      <ul class="rules plain">
        ${rows.map((rule) => ruleView(view, rule))}
      </ul>`,
  );
}
