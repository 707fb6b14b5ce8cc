// The answer, first and large: covered or not, how severe, until when.
import { html, nothing } from "lit/html.js";
import type { Target } from "#wasm";
import type { TargetRow } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { besideLevel, conditionList, dependsOn, onlyIf } from "./condition.ts";
import { amountLine, bigDue, commitmentChip, smallDue } from "./due.ts";
import type { Parts } from "./parts.ts";
import { deciding, levelDescription, levelMark, levelTitle, severityWhy, unanswered } from "./severity.ts";
import { asked, verdictChip } from "./verdict.ts";

function rowOf(view: ResultView, target: Target): TargetRow | undefined {
  return view.policy.targets?.[target.row];
}

function footnotes(view: ResultView, target: Target): Content {
  const row = rowOf(view, target);
  const clock = row?.clock;
  return html`${row?.note === undefined ? nothing : html`<p class="note">${view.text(row.note)}</p>`}
    ${clock?.starts === undefined || clock.starts === "submission"
      ? nothing
      : html`<p class="note">${view.word("clock-start", clock.starts)}</p>`}
    ${target.repeats ? html`<p class="note">${view.say("target.repeats")}</p>` : nothing}
    ${[clock?.pauses ?? []].flat().map((party) => html`<p class="note">${view.word("clock-pause", party)}</p>`)}
    ${target.pauses_counted === false ? html`<p class="note">${view.say("target.pauses-not-counted")}</p>` : nothing}
    ${clock?.note === undefined ? nothing : html`<p class="note">${view.text(clock.note)}</p>`}
    <p class="small-print">
      ${target.due === null || view.policy.status === "draft" ? nothing : view.say(`commitment-note.${target.commitment}`)} ${view.cite(row?.cite ?? target.cite)}
    </p>
  `;
}

// Before the time, so that nobody reads that as a promise. The level stands above.
function condition(view: ResultView, target: Target): Content {
  return onlyIf(view, besideLevel(dependsOn(target)));
}

function mainTarget(view: ResultView, target: Target): Content {
  return html`<div class="due due-${target.standing}" part="due">
    <div class="due-head">
      <h3>${view.word("kind", target.kind)}</h3>
      ${commitmentChip(view, target)}
    </div>
    ${condition(view, target)} ${bigDue(view, target, rowOf(view, target))} ${amountLine(view, target)} ${footnotes(view, target)}
  </div>`;
}

function smallTarget(view: ResultView, target: Target): Content {
  const row = rowOf(view, target);
  return html`<div class="due-head">
      <h4>${view.word("kind", target.kind)}</h4>
      ${commitmentChip(view, target)}
    </div>
    ${condition(view, target)}
    <div>${smallDue(view, target, row)}</div>
    ${amountLine(view, target)} ${row?.note === undefined ? nothing : html`<p class="note">${view.text(row.note)}</p>`}
    <p class="small-print">${view.cite(row?.cite ?? target.cite)}</p>`;
}

function targetsOf(view: ResultView, severity: string | null): { main: Target | undefined; others: Target[] } {
  const all = view.result.targets.filter((target) => severity === null || target.severity === severity);
  const main = all.find(({ kind }) => kind === "first-response") ?? all[0];
  return { main, others: all.filter((target) => target !== main) };
}

function targets(view: ResultView, severity: string | null): Content {
  const { main, others } = targetsOf(view, severity);
  if (!main) return html`<p class="no-due">${view.say("due.none-listed")}</p>`;
  return html`${mainTarget(view, main)}
  ${others.length === 0
    ? nothing
    : html`<ul class="other-targets plain">
        ${others.map((target) => html`<li class="other-target">${smallTarget(view, target)}</li>`)}
      </ul>`}`;
}

function decided(view: ResultView, id: string, parts: Parts): Content {
  return html`<div class="level" part="severity">
      ${levelMark(view, id)}
      <h3 class="level-title">${levelTitle(view, id)}</h3>
      <span class="chip chip-plain">${view.word("status", view.result.severity.status)}</span>
      <p class="level-description">${levelDescription(view, id)}</p>
      ${deciding(view)} ${severityWhy(view, parts)}
    </div>
    ${targets(view, id)}`;
}

function candidate(view: ResultView, id: string): Content {
  const { main, others } = targetsOf(view, id);
  const figures = others.filter(({ due }) => due !== null);
  const words = others.filter(({ due }) => due === null);
  return html`<li class="candidate">
    ${levelMark(view, id)}
    <h3 class="level-title">${levelTitle(view, id)}</h3>
    <p class="level-description">${levelDescription(view, id)}</p>
    ${[...(main ? [main] : []), ...figures].map((target) => html`<div class="candidate-due">${smallTarget(view, target)}</div>`)} ${wordList(view, words)}
  </li>`;
}

// Targets without a figure, in one line each.
function wordList(view: ResultView, targets: readonly Target[]): Content {
  if (targets.length === 0) return nothing;
  return html`<dl class="words">
    ${targets.map(
      (target) =>
        html`<div>
          <dt>${view.word("kind", target.kind)}</dt>
          <dd>${commitmentChip(view, target)}</dd>
        </div>`,
    )}
  </dl>`;
}

function unclear(view: ResultView, parts: Parts): Content {
  const { candidates, reason } = view.result.severity;
  const nothingGiven = reason === "nothing-given";
  return html`<div class="level level-unclear" part="severity">
      <h3 class="level-title">
        <span class="level-label">${view.say(nothingGiven ? "severity.open" : "status.unclear")}</span>
      </h3>
      <p class="level-description">
        ${view.word("reason", reason)}
        ${candidates.length > 0 && !nothingGiven ? view.say("severity.candidates", { count: candidates.length }) : nothing}
      </p>
      ${nothingGiven ? nothing : html`${deciding(view)} ${unanswered(view)} ${severityWhy(view, parts)}`}
    </div>
    <ul class="candidates plain">
      ${candidates.map((id) => candidate(view, id))}
    </ul>`;
}

function notDefined(view: ResultView): Content {
  return html`<div class="level level-none" part="severity">
      <h3 class="level-title"><span class="level-label">${view.word("status", "not-defined")}</span></h3>
      <p class="level-description">${view.say("severity.none-note")}</p>
    </div>
    ${targets(view, null)}`;
}

function levels(view: ResultView, parts: Parts): Content {
  const { severity } = view.result;
  if (severity.status === "not-defined") return notDefined(view);
  return severity.id === null ? unclear(view, parts) : decided(view, severity.id, parts);
}

// Nothing else matters to a customer whose case is not covered: the verdict comes first.
function coverage(view: ResultView): Content {
  const { verdict } = view.result.scope;
  if (verdict === "not-asked") return nothing;
  return html`<p class="coverage">${verdictChip(view, verdict)} ${asked(view)}</p>`;
}

// It comes with the details, into a place that is kept for it.
function nextStep(view: ResultView, { details }: Parts): Content {
  if (view.result.next === null) return nothing;
  return html`<div class="next">${details?.nextStep(view)}</div>`;
}

export function answer(view: ResultView, parts: Parts): Content {
  return html`${coverage(view)} ${nextStep(view, parts)} ${levels(view, parts)}`;
}

/** One short sentence for people who do not see the page change. */
export function summary(view: ResultView, when: (target: Target) => string): string {
  const { severity } = view.result;
  if (severity.id === null) {
    return severity.status === "not-defined"
      ? view.say("status.not-defined")
      : view.say("summary.unclear", { count: severity.candidates.length });
  }
  const level = view.severityLabel(severity.id);
  const { main } = targetsOf(view, severity.id);
  if (!main) return level;
  const said = view.say("summary.level", { level, kind: view.word("kind", main.kind), when: when(main) });
  const condition = conditionList(view, view.policy, dependsOn(main));
  return condition === "" ? said : `${said} ${view.say("target.conditional", { condition })}`;
}
