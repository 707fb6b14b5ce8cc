// The plans side by side. What nobody promised is never sorted among times, and a range is not a single time.
import { html, nothing } from "lit/html.js";
import type { Target } from "#wasm";
import type { CompareRow, Comparison, RankGroup } from "#wasm-reports";
import { formatAmount, formatRelative, formatShortDay, formatTime, parseWall } from "../words/format.ts";
import type { Span } from "../words/catalog.ts";
import { besideLevel, conditionList, dependsOn } from "../components/condition.ts";
import { warning } from "../components/warnings.ts";
import type { Library } from "../files/library.ts";
import type { Maturity, Policy, Topic } from "../files/policy.ts";
import type { Content, Words } from "../words/words.ts";
import { rankGroupWords } from "../words/vocabulary.ts";
import { byPlans, plansView, restsOnCount, restsOnList, type Resting } from "./rests-on.ts";

export type Column = "plan" | "due" | "promise";

export interface Sorting {
  by: Column;
  down: boolean;
}

export interface TableView {
  words: Words;
  library: Library;
  comparison: Comparison;
  sorting: Sorting;
  /** The instant that "in 2 hours" counts from. */
  now: string;
  sort: (by: Column) => void;
  /** The entries as a link of the calculator, for the plan of a row. */
  linkTo: (row: CompareRow) => string;
}

interface Line {
  row: CompareRow;
  policy: Policy;
  vendor: string;
  plan: string;
}

function linesOf({ words, library, comparison }: TableView): Line[] {
  return comparison.rows.flatMap((row) => {
    const { policy: revision, plan } = row.result;
    const policy = library.policy(revision.id, revision.revision);
    if (!policy) return [];
    const label = policy.plans.find(({ id }) => id === plan.id)?.label;
    return [{ row, policy, vendor: policy.vendor.name, plan: label === undefined ? plan.id : words.plain(label) }];
  });
}

/** The lines of the table in groups; only times are grouped, by how far they bind. */
function groupsOf(view: TableView, lines: readonly Line[]): { rankGroup: RankGroup | null; lines: Line[] }[] {
  const { by, down } = view.sorting;
  if (by === "due") {
    return rankGroupWords
      .map((rankGroup) => ({ rankGroup, lines: lines.filter(({ row }) => row.rank_group === rankGroup) }))
      .filter((group) => group.lines.length > 0)
      .map((group) => (down && group.lines.some(({ row }) => row.due) ? { ...group, lines: [...group.lines].reverse() } : group));
  }
  const name = ({ vendor, plan }: Line): string => `${vendor} ${plan}`;
  const order = (a: Line, b: Line): number =>
    by === "plan" ? name(a).localeCompare(name(b), view.words.catalog.locale) : a.row.promise_rank - b.row.promise_rank;
  const sorted = [...lines].sort(order);
  return [{ rankGroup: null, lines: down ? sorted.reverse() : sorted }];
}

// --- cells

/** What the visitor's and the vendor's clocks show at one end of a due. */
function moment({ words, now }: TableView, { row, vendor }: Line, at: string): Content {
  const dues = row.result.targets.flatMap(({ due, readings }) => (due === null ? [] : [due, ...readings]));
  const found = dues.find((due) => due.at === at);
  const wall = parseWall(found?.visitor_local ?? at);
  const there = found?.vendor_local === undefined ? null : parseWall(found.vendor_local);
  const written = (moment: typeof wall): string => `${formatShortDay(words.catalog, moment)}, ${formatTime(words.catalog, moment)}`;
  return html`<span class="moment"
    ><time datetime=${at}>${written(wall)}</time>
    <span class="aside">${formatRelative(words.catalog, at, now)}</span>
    ${there === null || there.offsetMinutes === wall.offsetMinutes
      ? nothing
      : html`<span class="aside">${words.say("due.at-vendor", { vendor, time: written(there) })}</span>`}</span
  >`;
}

/** What is true of this plan, each reason once. */
function whyNone({ words }: TableView, line: Line): Content {
  const { scope, plan, targets } = line.row.result;
  const support = line.policy.plans.find(({ id }) => id === plan.id)?.support ?? "none";
  if (hasUnowedDue(line)) return scope.verdict === "not-asked" ? words.word("support", support) : words.word("verdict", scope.verdict);
  const sentences = targets.flatMap(({ message, option: id }) => {
    const option = line.policy.options?.find((each) => each.id === id);
    return message === undefined ? [] : [words.say(message, option && { option: words.plain(option.label) })];
  });
  const told = new Set(sentences.length === 0 ? [words.say("commitment-note.not-stated")] : sentences);
  return html`${[...told].map((sentence) => html`<span class="reason">${sentence}</span>`)}`;
}

function dueCell(view: TableView, line: Line): Content {
  const { due, rests_on: grounds } = line.row;
  const draft = grounds.draft ? html`<span class="chip chip-open">${view.words.word("policy-status", "draft")}</span>` : nothing;
  if (due === null) return html`${draft}<span class="open-word">${whyNone(view, line)}</span>`;
  const count = restsOnCount(view.words, grounds);
  const { words } = view;
  if (due.earliest === due.latest) return html`${draft}${moment(view, line, due.latest)}${count}`;
  const [first, last] =
    due.from !== undefined
      ? [words.say("range.not-before"), words.say("due.waits-for", { from: words.word("awaited", due.from) })]
      : due.latest === null
        ? [words.say("range.from"), words.say("due.no-latest")]
        : [words.say("range.from"), html`${words.say("range.to")} ${moment(view, line, due.latest)}`];
  return html`${draft}<span class="ends"
    ><span class="end">${first} ${moment(view, line, due.earliest)}</span> <span class="end">${last}</span></span
  >${count}`;
}

/** Figures the plan has, and not for this topic or maturity, or for no ticket without support. */
function hasUnowedDue({ row }: Line): boolean {
  return row.due === null && row.result.targets.some(({ due, reason }) => due !== null || reason === "out-of-scope");
}

function levelLabel({ words }: TableView, { policy }: Line, id: string): string {
  const label = policy.severities?.find((severity) => severity.id === id)?.label;
  return label === undefined ? id : words.plain(label);
}

/** The level, where it is decided; else the promises say which one each is for. */
function levelWords(view: TableView, line: Line): Content {
  const { severity } = line.row.result;
  const { words } = view;
  if (severity.status === "not-defined") return words.say("compare.no-levels");
  if (severity.id !== null) return levelLabel(view, line, severity.id);
  return words.say("compare.level-unclear", { count: severity.candidates.length });
}

function amountOf({ words }: TableView, line: Line, target: Target): string {
  if (!target.amount) return "";
  const amount = formatAmount(words.catalog, target.amount);
  const bounded = target.bound === undefined ? amount : words.say(`bound.${target.bound}`, { amount });
  const condition = conditionList(words, line.policy, besideLevel(dependsOn(target)));
  return condition === "" ? bounded : words.say("compare.conditional", { amount: bounded, condition });
}

/** What the scope says of the topic and the maturity, where they were asked about. */
function scopeChips({ words }: TableView, { row, policy }: Line): Content {
  const { verdict, topic, maturity } = row.result.scope;
  if (verdict === "not-asked") return nothing;
  const items: (Topic | Maturity)[] = [...(policy.scope?.topics ?? []), ...(policy.scope?.maturities ?? [])];
  const asked = items.filter(({ id }) => id === topic || id === maturity);
  const less = asked.flatMap((item) => ("commitment" in item ? [item.commitment] : []));
  const chip = (kind: string, text: string): Content => html`<span class="promise"><span class="chip chip-${kind}">${text}</span></span>`;
  return html`${chip(verdict === "in" ? "plain" : "open", words.word("verdict", verdict))}${less.map((commitment) =>
    chip("open", words.word("commitment", commitment)),
  )}`;
}

/** How firm, and under it the figure for each level it may be. */
function promiseCell(view: TableView, line: Line): Content {
  const { words } = view;
  const { targets, severity } = line.row.result;
  const covered = scopeChips(view, line);
  if (hasUnowedDue(line)) return html`<span class="promises">${covered}</span>`;
  if (targets.length === 0) return html`<span class="chip chip-open">${words.say("commitment.not-stated")}</span>`;
  const byCommitment = Map.groupBy(targets, ({ commitment_message: said }) => said);
  return html`<span class="promises"
    >${covered}${[...byCommitment]
      .map(([said, own]) => {
      const kind = line.row.rank_group === "promised" ? "firm" : own.some(({ due }) => due !== null) ? "soft" : "open";
      // Levels with the same figure share a line.
      const figures = new Map<string, string[]>();
      for (const target of own) {
        const amount = amountOf(view, line, target);
        const levels = figures.get(amount) ?? [];
        if (severity.id === null && target.severity !== null) levels.push(levelLabel(view, line, target.severity));
        figures.set(amount, levels);
      }
      // What the policy says beside a time, such as that it is only for cases opened by phone.
      const notes = new Set(own.filter(({ due }) => due !== null).map(({ row }) => line.policy.targets?.[row]?.note));
      return html`<span class="promise"
        ><span class="chip chip-${kind}">${words.say(said)}</span>
        ${[...figures].map(
          ([amount, levels]) =>
            html`<span class="promise-line"
              >${levels.length === 0 ? nothing : html`<span class="promise-level">${levels.join(", ")}${amount === "" ? nothing : ": "}</span>`}${amount === ""
                ? nothing
                : html`<strong>${amount}</strong>`}</span
            >`,
        )}${[...notes].map((note) => (note === undefined ? nothing : html`<span class="aside">${words.text(note)}</span>`))}</span
      >`;
    })}</span
  >`;
}

const between = (from: string, to: string): Span => ({ seconds: (Date.parse(to) - Date.parse(from)) / 1000 });

/** The difference to the soonest, in words. */
function differenceCell(view: TableView, { row }: Line, promised: readonly Line[]): Content {
  const { words } = view;
  const { due, surely_sooner: sooner } = row;
  if (row.rank_group !== "promised" || due === null) return html`<span class="open-word">${words.say("compare.not-ranked")}</span>`;
  const latest = promised.flatMap((line) => line.row.due?.latest ?? []).sort();
  const soonest = latest[0];
  if (due.latest === null || soonest === undefined) return words.say("compare.open-end");
  if (due.latest === soonest) {
    return words.say(latest.filter((at) => at === soonest).length === 1 ? "compare.soonest" : "compare.soonest-shared");
  }
  const duration = between(soonest, due.latest);
  return html`${words.say(due.earliest === due.latest ? "compare.later" : "compare.later-at-most", { duration })}
    <span class="aside">${sooner === null || sooner === 0 ? words.say("compare.none-surely-sooner") : words.say("compare.surely-sooner", { count: sooner })}</span>`;
}

// --- the table

function sortHeader(view: TableView, column: Column): Content {
  const { by, down } = view.sorting;
  const here = by === column;
  return html`<th role="columnheader" scope="col" aria-sort=${here ? (down ? "descending" : "ascending") : nothing}>
    <button
      type="button"
      class="sort"
      @click=${() => {
        view.sort(column);
      }}
    >
      ${view.words.say(`compare.column.${column}`)}<span class="arrow" aria-hidden="true">${here ? (down ? "▼" : "▲") : "↕"}</span>
    </button>
  </th>`;
}

function cell(view: TableView, column: string, content: Content): Content {
  return html`<td role="cell"><span class="cell-name" aria-hidden="true">${view.words.say(`compare.column.${column}`)}</span><div>${content}</div></td>`;
}

function lineRow(view: TableView, line: Line, promised: readonly Line[]): Content {
  const { revision } = line.row.result.policy;
  return html`<tr role="row" class="line" data-plan="${line.policy.id}/${line.row.result.plan.id}">
    <th role="rowheader" scope="row">
      <a href="#${view.linkTo(line.row)}">${line.plan}</a>
      <span class="aside">${line.vendor} <span class="revision">${revision}</span></span>
      <span class="level">${levelWords(view, line)}</span>
    </th>
    ${cell(view, "due", dueCell(view, line))} ${cell(view, "promise", promiseCell(view, line))}
    ${cell(view, "difference", differenceCell(view, line, promised))}
  </tr>`;
}

function groupHead(view: TableView, rankGroup: RankGroup | null, down: boolean): Content {
  if (rankGroup === null) return nothing;
  const heading = rankGroup === "promised" && down ? "compare.promised-down" : `compare.${rankGroup}`;
  return html`<tr role="row" class="group">
    <th role="rowheader" scope="rowgroup" colspan="4"><h3>${view.words.say(heading)}</h3><span class="aside">${view.words.say(`compare.note.${rankGroup}`)}</span></th>
  </tr>`;
}

export function compareTable(view: TableView): Content {
  const lines = linesOf(view);
  const promised = lines.filter(({ row }) => row.rank_group === "promised");
  const plain = (column: string): Content => html`<th role="columnheader" scope="col"><span>${view.words.say(`compare.column.${column}`)}</span></th>`;
  return html`<table role="table" class="compare" aria-describedby="order">
    <caption class="visually-hidden">${view.words.say("compare.heading")}</caption>
    <thead role="rowgroup">
      <tr role="row">
        ${sortHeader(view, "plan")} ${sortHeader(view, "due")} ${sortHeader(view, "promise")} ${plain("difference")}
      </tr>
    </thead>
    ${groupsOf(view, lines).map(
      (group) =>
        html`<tbody role="rowgroup" class=${group.rankGroup ?? "all"}>
          ${groupHead(view, group.rankGroup, view.sorting.down)} ${group.lines.map((line) => lineRow(view, line, promised))}
        </tbody>`,
    )}
  </table>`;
}

// --- what was left out, and what to know of the revisions

/** What the figures rest on, once for all plans of which it is true. */
export function restsOn(view: TableView): Content {
  const resting = linesOf(view).map(({ row, policy, plan }): Resting => ({ policy, plan, restsOn: row.rests_on }));
  return restsOnList(view.words, resting);
}

export function leftOut(view: TableView, facetName: (policy: Policy, id: string) => string): Content {
  const { words } = view;
  const said = linesOf(view).flatMap(({ row, policy, plan }) => {
    const parts = row.dropped.map(({ what, id }) => {
      const [key, name] = what.startsWith("facet.")
        ? [what === "facet.not-asked" ? "facet" : "question", facetName(policy, id)]
        : [what, id];
      return words.say(`compare.dropped-${key}`, { id: name });
    });
    return parts.length === 0 ? [] : [{ policy, plan, sentence: parts.join("; ") }];
  });
  if (said.length === 0) return nothing;
  return html`<details class="left-out">
    <summary>${words.say("compare.dropped")}</summary>
    <ul>
      ${byPlans(said, ({ sentence }) => sentence).map(({ first: { policy, sentence }, plans }) => html`<li>${plansView(policy, plans)}: ${sentence}</li>`)}
    </ul>
  </details>`;
}

export function revisionNotices(view: TableView): Content {
  const found = new Map<string, Content>();
  for (const { row, vendor } of linesOf(view)) {
    for (const notice of row.result.notices) {
      if (notice.id === "ambiguity") continue;
      found.set(`${vendor} ${row.result.policy.revision} ${notice.id}`, html`<strong>${vendor}</strong>: ${warning(view.words, notice)}`);
    }
  }
  if (found.size === 0) return nothing;
  return html`<ul class="warnings plain">${[...found.values()].map((words) => html`<li class="banner">${words}</li>`)}</ul>`;
}

