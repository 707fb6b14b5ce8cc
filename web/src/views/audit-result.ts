// What an audit found: the share met, how the time allowed was used, the promises one by one, and the rows to look at.
import { html, nothing, svg } from "lit/html.js";
import type { AuditCounts, AuditGroup, AuditRow, AuditSummary } from "#wasm-reports";
import { sentencesOf } from "../words/diagnostics.ts";
import { formatPart, formatRange } from "../words/format.ts";
import type { Library } from "../files/library.ts";
import type { Audited, Listed } from "../files/reports-worker.ts";
import type { Content, Words } from "../words/words.ts";
import { restsOnCount, restsOnList, type Resting } from "./rests-on.ts";

export const listed: readonly Listed[] = ["missed", "disputed", "open", "unjudged"];
export const pageLength = 25;

export interface ResultView {
  words: Words;
  library: Library;
  audited: Audited;
  /** Which rows are listed, and from where on. */
  showing: Listed;
  from: number;
  show: (verdict: Listed, from: number) => void;
}

const number = (words: Words, count: number): string => words.say("number", { count });

// --- the share

const judgedOf = ({ met, missed, disputed, overdue }: AuditCounts): number => met + missed + disputed + overdue;

/** Of what was answered and what should have been by now: "95.2 %", and "95.2 % to 97.0 %" where it depends on how a clause is read. */
export function share(words: Words, counts: AuditCounts): string {
  const { met, disputed } = counts;
  const judged = judgedOf(counts);
  if (judged === 0) return words.say("audit.nothing-judged");
  const least = formatPart(words.catalog, met, judged);
  return disputed === 0 ? least : words.say("amount.range", { min: least, max: formatPart(words.catalog, met + disputed, judged) });
}

function credit(words: Words, { least, most, unit }: { least: number; most: number; unit: string }): string {
  return formatRange(words.catalog, least, most, unit);
}

function headline({ words, audited }: ResultView): Content {
  const { summary } = audited;
  const counts: [string, number, Content][] = [
    ["met", summary.met, nothing],
    ["missed", summary.missed, nothing],
    ["disputed", summary.disputed, nothing],
    ["open", summary.open, summary.overdue === 0 ? nothing : words.say("audit.of-them-overdue", { count: summary.overdue })],
    ["no-figure", summary["no-figure"], nothing],
    ["unjudged", summary.unjudged, nothing],
  ];
  return html`<section class="card headline" aria-labelledby="share-heading">
    <div class="share-part">
      <h3 id="share-heading">${words.say("audit.share")}</h3>
      <p class="share-figure">${share(words, summary)}</p>
      <p class="note">${words.say("audit.share-of", { count: judgedOf(summary), total: summary.tickets })}</p>
    </div>
    <dl class="counts">
      ${counts.map(
        ([name, count, more]) =>
          html`<div class="count-${name}" data-verdict=${name}>
            <dt>${words.say(`audit.${name}`)}</dt>
            <dd>${number(words, count)}${more === nothing ? nothing : html`<span class="aside">${more}</span>`}</dd>
          </div>`,
      )}
    </dl>
    <div class="credits">
      <h4>${words.say("section.remedies")}</h4>
      ${summary.credits.length === 0
        ? html`<p class="note">${words.say("audit.no-credits")}</p>`
        : html`<p class="credit">${summary.credits.map((item) => credit(words, item)).join(", ")}</p>
            <p class="note">${words.say("audit.credits-note")}</p>`}
    </div>
  </section>`;
}

// --- the plot

/** A bar for each bucket; the table around it says the same in numbers. */
function plot({ words, audited }: ResultView): Content {
  const { buckets } = audited.summary;
  const most = Math.max(...buckets.map(({ tickets }) => tickets), 1);
  const bounds = buckets.map(({ up_to_percent }) => up_to_percent);
  const late = (bound: number | null): boolean => bound === null || bound > 100;
  const bar = (tickets: number): unknown =>
    // Whatever there is shows.
    svg`<rect height="100%" width="${tickets === 0 ? 0 : Math.max((tickets / most) * 100, 0.5)}%" rx="2"></rect>`;
  const last = Math.max(...bounds.map((bound) => bound ?? 0));
  const label = (bound: number | null): string => words.say(bound === null ? "audit.over" : "audit.up-to", { percent: bound ?? last });
  const rows = (wanted: boolean): Content =>
    html`<tbody class=${wanted ? "late" : "timely"}>
      <tr>
        <th colspan="3" scope="rowgroup">${words.say(wanted ? "audit.late" : "audit.timely")}</th>
      </tr>
      ${buckets
        .filter(({ up_to_percent }) => late(up_to_percent) === wanted)
        .map(
          ({ up_to_percent, tickets }) =>
            html`<tr data-bucket=${up_to_percent ?? "more"}>
              <th scope="row">${label(up_to_percent)}</th>
              <td class="bar-cell"><svg aria-hidden="true" focusable="false" width="100%" height="14">${bar(tickets)}</svg></td>
              <td class="figure">${number(words, tickets)}</td>
            </tr>`,
        )}
    </tbody>`;
  return html`<section class="card" aria-labelledby="used-heading">
    <h3 id="used-heading">${words.say("audit.used")}</h3>
    <p class="note">${words.say("audit.used-note")}</p>
    <table class="plot" aria-labelledby="used-heading">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">${words.say("audit.used")}</th>
          <td></td>
          <th scope="col">${words.say("audit.column.tickets")}</th>
        </tr>
      </thead>
      ${rows(false)} ${rows(true)}
    </table>
  </section>`;
}

// --- the promises

function names({ words, library }: ResultView, at: { policy: string; revision: string; plan: string; severity?: string | null }): { vendor: string; plan: string; level: string } {
  const policy = library.policy(at.policy, at.revision);
  const plan = policy?.plans.find(({ id }) => id === at.plan)?.label;
  const level = policy?.severities?.find(({ id }) => id === at.severity)?.label;
  return {
    vendor: policy?.vendor.name ?? at.policy,
    plan: plan === undefined ? at.plan : words.plain(plan),
    level: level === undefined ? (at.severity ?? "") : words.plain(level),
  };
}

function groupShare(words: Words, group: AuditGroup): Content {
  if (group.reason !== undefined) {
    const { reason } = group;
    // What a table does not say, a commitment without a figure, or why the clock does not run.
    const commitment = `commitment.${reason}`;
    const why = words.catalog.has(commitment) ? commitment : `reason.${reason}`;
    return html`<span class="open-word">${words.say(reason === "conditional" ? "audit.conditional" : why)}</span>`;
  }
  const promised = group.share;
  return html`<strong>${share(words, group)}</strong>${promised === undefined
      ? nothing
      : html`<span class="aside"
          >${words.say("audit.promised-share", { percent: promised.percent, period: words.word("period", promised.per) })}
          ${words.say(promised.kept === null ? "audit.share-disputed" : promised.kept ? "audit.share-kept" : "audit.share-broken")}</span
        >`}`;
}

function groups(view: ResultView): Content {
  const { words, audited } = view;
  const list = audited.summary.groups;
  if (list.length === 0) return nothing;
  const columns = ["met", "missed", "disputed", "open"] as const;
  const cell = (name: string, content: Content, kind = ""): Content =>
    html`<td role="cell" class=${kind}><span class="cell-name" aria-hidden="true">${name}</span><div>${content}</div></td>`;
  const head = (name: string): Content => html`<th role="columnheader" scope="col"><span>${name}</span></th>`;
  return html`<section class="card" aria-labelledby="groups-heading">
    <h3 id="groups-heading">${words.say("audit.by-promise")}</h3>
    <table role="table" class="groups" aria-labelledby="groups-heading">
      <thead role="rowgroup">
        <tr role="row">
          ${head(words.say("audit.promise"))} ${columns.map((name) => head(words.say(`audit.${name}`)))} ${head(words.say("audit.share"))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${list.map((group) => {
          const { vendor, plan, level } = names(view, group);
          return html`<tr role="row">
            <th role="rowheader" scope="row">
              ${[plan, level].filter((part) => part !== "").join(", ")}
              <span class="aside"
                >${vendor} <span class="revision">${group.revision}</span>${group.commitment === undefined
                  ? nothing
                  : html` · ${words.word("commitment", group.commitment)}`}</span
              >
              ${group.rests_on.draft ? html`<span class="chip chip-open">${words.word("policy-status", "draft")}</span>` : nothing}
              ${restsOnCount(words, group.rests_on)}
            </th>
            ${group.reason === undefined
              ? columns.map((name) => cell(words.say(`audit.${name}`), number(words, group[name]), "figure"))
              : html`<td role="cell" colspan="4" class="figure"><div>${words.say("audit.tickets", { count: group["no-figure"] })}</div></td>`}
            ${cell(words.say("audit.share"), groupShare(words, group))}
          </tr>`;
        })}
      </tbody>
    </table>
    ${restsOn(view)}
  </section>`;
}

// Levels of a plan that rest on the same are named together.
function restsOn(view: ResultView): Content {
  const resting = view.audited.summary.groups.flatMap((group): Resting[] => {
    const policy = view.library.policy(group.policy, group.revision);
    const { plan, level } = names(view, group);
    return policy ? [{ policy, plan: [plan, level].filter((part) => part !== "").join(" "), restsOn: group.rests_on }] : [];
  });
  return restsOnList(view.words, resting);
}

// --- the rows

function why(view: ResultView, row: AuditRow): Content {
  const { words } = view;
  const { catalog } = words;
  if (row.problems) {
    return row.problems.map((problem) => {
      const { code, pointer } = problem;
      const { language, message, hint } = sentencesOf(catalog, problem);
      const own = `audit.problem.${code}`;
      return html`<span class="why"
        >${catalog.has(own) ? html`<strong>${words.say(own)}</strong> ` : nothing}${pointer === "" ? nothing : html`<code>${pointer.slice(1)}</code>: `}<span
          lang=${language}
          >${message} ${hint}</span
        ></span
      >`;
    }) as unknown as Content;
  }
  const due = row.due;
  if (row.either && row.doubt !== undefined) {
    const [one, other] = row.either.map((verdict) => words.say(`audit.${verdict}`)) as [string, string];
    return html`<span class="why">${words.say("audit.either", { one, other, why: words.say(`audit.doubt.${row.doubt}`) })}</span>`;
  }
  const span = (at: string): string => at.replace("T", " ").replace(/:00Z$|Z$/, " UTC");
  return html`${row.late_by_seconds !== undefined && row.late_by_seconds > 0
      ? html`<strong>${words.say(row.verdict === "open" ? "audit.late-so-far" : "audit.late-by", {
          duration: { seconds: row.late_by_seconds, open: row.open_time === true },
        })}</strong>`
      : nothing}
    ${row.overdue ? html`<span class="chip chip-plain">${words.say("audit.overdue")}</span>` : nothing}
    ${due === undefined
      ? nothing
      : html`<span class="aside"
          >${due.earliest === due.latest || due.latest === null
            ? words.say("audit.due-was", { at: span(due.at) })
            : words.say("audit.due-was-between", { earliest: span(due.earliest), latest: span(due.latest) })}</span
        >`}
    ${row.credit === undefined ? nothing : html`<span class="aside">${words.say("audit.credit", { amount: credit(words, row.credit) })}</span>`}`;
}

function ticketRow(view: ResultView, row: AuditRow): Content {
  const { words } = view;
  const cell = (column: string, content: Content): Content =>
    html`<td role="cell"><span class="cell-name" aria-hidden="true">${words.say(`audit.column.${column}`)}</span><div>${content}</div></td>`;
  const { policy, revision, plan, severity = null } = row;
  const known = policy !== undefined && revision !== undefined && plan !== undefined;
  const at = known ? names(view, { policy, revision, plan, severity }) : null;
  return html`<tr role="row" data-row=${row.row}>
    <th role="rowheader" scope="row">
      <span class="ticket">${row.id === "" ? words.say("audit.no-id") : row.id}</span>
      <span class="aside">${words.say("audit.line", { row: String(row.row) })}</span>
    </th>
    ${cell(
      "promise",
      at === null ? "–" : html`${[at.plan, at.level].filter((part) => part !== "").join(", ")}<span class="aside">${at.vendor}</span>`,
    )}
    ${cell(
      "times",
      html`<span class="times">${row.submitted_at === "" ? "–" : row.submitted_at}</span
        ><span class="aside">${row.responded_at === null ? words.say("audit.not-answered") : words.say("audit.answered", { at: row.responded_at })}</span>`,
    )}
    ${cell("why", why(view, row))}
  </tr>`;
}

function rows(view: ResultView): Content {
  const { words, audited, showing, from } = view;
  const { summary } = audited;
  const list = audited.rows[showing];
  const total = summary[showing];
  const until = Math.min(from + pageLength, list.length);
  const head = (column: string): Content => html`<th role="columnheader" scope="col"><span>${words.say(`audit.column.${column}`)}</span></th>`;
  return html`<section class="card" aria-labelledby="rows-heading">
    <h3 id="rows-heading" tabindex="-1">${words.say("audit.rows")}</h3>
    <div class="choices" role="group" aria-labelledby="rows-heading">
      ${listed.map(
        (verdict) =>
          html`<button
            type="button"
            class="button toggle"
            aria-pressed=${verdict === showing ? "true" : "false"}
            @click=${() => {
              view.show(verdict, 0);
            }}
          >
            ${words.say(`audit.${verdict}`)} (${number(words, summary[verdict])})
          </button>`,
      )}
    </div>
    ${list.length === 0
      ? html`<p class="note">${words.say("audit.rows-none")}</p>`
      : html`<table role="table" class="rows" aria-labelledby="rows-heading">
            <thead role="rowgroup">
              <tr role="row">${head("ticket")} ${head("promise")} ${head("times")} ${head("why")}</tr>
            </thead>
            <tbody role="rowgroup">${list.slice(from, until).map((row) => ticketRow(view, row))}</tbody>
          </table>
          <div class="pager">
            <p role="status">${words.say("audit.rows-shown", { from: from + 1, until, count: list.length })}</p>
            <button
              type="button"
              class="button"
              ?disabled=${from === 0}
              @click=${() => {
                view.show(showing, from - pageLength);
              }}
            >
              ${words.say("audit.previous")}
            </button>
            <button
              type="button"
              class="button"
              ?disabled=${until >= list.length}
              @click=${() => {
                view.show(showing, from + pageLength);
              }}
            >
              ${words.say("audit.next")}
            </button>
          </div>
          ${list.length < total ? html`<p class="note">${words.say("audit.rows-more", { count: list.length, total })}</p>` : nothing}`}
  </section>`;
}

/** The verdict a reader wants to see first. */
export function firstListed(summary: AuditSummary): Listed {
  return listed.find((verdict) => summary[verdict] > 0) ?? "missed";
}

export function auditResult(view: ResultView): Content {
  return html`${headline(view)}
    <div class="pair">${plot(view)} ${groups(view)}</div>
    ${rows(view)}`;
}
