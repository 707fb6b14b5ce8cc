// The page around its views: header, footer, language, and the entries in the address.
import { html, nothing, render } from "lit/html.js";
import { loadFirstWords, type Catalog } from "../words/catalog.ts";
import type { ChangeDetail, SupportCalculator } from "../widget/calculator.ts";
import { defineCalculator } from "./page-calculator.ts";
import { preferredLanguage } from "../state/preferred-language.ts";
import { languages, nameOf, type Language } from "../words/languages.ts";
import { workOffline } from "./offline.ts";
import { afterPaint } from "../components/after-paint.ts";
import { remember } from "../state/remembered.ts";
import type { SupportAudit } from "../views/audit.ts";
import type { SupportCompare } from "../views/compare.ts";
import pageCss from "../../styles/page.css?inline";

type ViewName = "calculator" | "compare" | "audit";
const viewNames: readonly ViewName[] = ["calculator", "compare", "audit"];

// The same as favicon.svg: an image of it would be a document of its own to load.
const logo = html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
  <rect width="32" height="32" rx="8" fill="#0f5e66" />
  <circle cx="16" cy="16" r="9" fill="none" stroke="#fff" stroke-width="2.5" />
  <path d="M16 10.5V16l4 2.6" fill="none" stroke="#ffd08a" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" />
</svg>`;
const reportAddress = import.meta.env.VITE_REPORT_URL;

let language = preferredLanguage();

// --- the address: "view=compare&policy=…", where the calculator goes without saying

interface Address {
  view: ViewName;
  /** What the view itself reads. */
  link: string;
}

function readAddress(): Address {
  const parts = location.hash.slice(1).split("&");
  const view = viewNames.find((name) => name !== "calculator" && parts.includes(`view=${name}`)) ?? "calculator";
  return { view, link: parts.filter((part) => part !== `view=${view}`).join("&") };
}

function hashOf({ view, link }: Address): string {
  return view === "calculator" ? link : [`view=${view}`, link].filter((part) => part !== "").join("&");
}

let { view, link } = readAddress();
/** The end of the address as it was read or written last; where it is another by now, the visitor is on the way to elsewhere. */
let known = location.hash;
/** What was entered about a ticket: the other views begin with it. */
let entries = link;
/** The views that were opened: they stay, so that coming back finds them as they were. */
const opened = new Set<ViewName>();
/** What each view shows now. */
const shown = new Map<ViewName, string>();
/** How long the page waits for the first answer of a link before it shows that it waits, in milliseconds. */
const patience = 250;
/** Whether the page is drawn for the first time. */
let first = true;
/** Comes when the calculator has something to show for the first time. */
let tellAnswered = (): void => undefined;
const answered = new Promise<void>((resolve) => {
  tellAnswered = resolve;
});
/** A view whose files could not be fetched. */
let missing: ViewName | null = null;

function moved(detail: { link: string; entries?: string }, from: ViewName): void {
  if (from !== view) return;
  ({ link } = detail);
  shown.set(view, link);
  entries = detail.entries ?? link;
  if (first) return;
  writeAddress();
  void drawFrame();
}

function writeAddress(): void {
  if (location.hash !== known) return;
  const hash = hashOf({ view, link });
  if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  known = location.hash;
}

function choose(chosen: Language): void {
  language = chosen;
  remember("language", chosen);
  void draw();
}

// --- what is on the page

function header(catalog: Catalog): unknown {
  return html`<a class="skip" href="#main" @click=${skip}>${catalog.say(view === "calculator" ? "page.skip" : "view.skip")}</a>
    <div class="wrap header-row">
      <div class="brand">
        <h1>${logo}supportcalc</h1>
        <p class="tagline">${catalog.say("page.tagline")}</p>
      </div>
      <nav class="views" aria-label=${catalog.say("view.nav")}>
        ${viewNames.map(
          (name) =>
            html`<a href="#${hashOf({ view: name, link: name === view ? link : entries })}" aria-current=${name === view ? "page" : nothing}
              >${catalog.say(`view.${name}`)}</a
            >`,
        )}
      </nav>
      <nav class="languages" aria-label=${catalog.say("page.language")}>
        ${languages.map(
          (item) =>
            html`<button
              type="button"
              lang=${item}
              aria-pressed=${item === catalog.language ? "true" : "false"}
              @click=${() => {
                choose(item);
              }}
            >
              ${nameOf(item)}
            </button>`,
        )}
      </nav>
    </div>`;
}

function footer(catalog: Catalog): unknown {
  return html`<div class="wrap">
    <p>${catalog.say("page.not-affiliated")}</p>
    <p>${catalog.say("page.private")}</p>
    <p><a href="variants/builder.html">${catalog.say("page.embed")}</a></p>
    <details>
      <summary>${catalog.say("report.heading")}</summary>
      <p>
        ${catalog.say("report.text")}
        ${reportAddress === undefined ? nothing : html`<a href=${reportAddress} rel="noreferrer">${catalog.say("report.link")}</a>`}
      </p>
    </details>
  </div>`;
}

function body(catalog: Catalog | null): unknown {
  const calculator = html`<support-calculator
    lang=${language}
    .link=${view === "calculator" ? link : entries}
    ?hidden=${view !== "calculator"}
    @support-calculator-change=${(event: CustomEvent<ChangeDetail>) => {
      tellAnswered();
      moved(event.detail, "calculator");
      workOffline();
    }}
    >${catalog === null ? nothing : html`<a slot="plan" href="#${hashOf({ view: "compare", link: entries })}">${catalog.say("view.plan-unknown")}</a>`}</support-calculator
  >`;
  const compare = html`<support-compare
    lang=${language}
    .link=${view === "compare" ? link : entries}
    ?hidden=${view !== "compare"}
    @support-compare-change=${(event: CustomEvent<{ link: string; entries: string }>) => {
      moved(event.detail, "compare");
    }}
  ></support-compare>`;
  const audit = html`<support-audit lang=${language} ?hidden=${view !== "audit"}></support-audit>`;
  const trouble =
    missing === view && catalog !== null
      ? html`<section class="trouble" role="alert">
          <h2>${catalog.say("problem.files.heading")}</h2>
          <p>${catalog.say("problem.files.text")}</p>
        </section>`
      : nothing;
  return html`${opened.has("calculator") ? calculator : nothing}${opened.has("compare") ? compare : nothing}${opened.has("audit")
    ? audit
    : nothing}${trouble}`;
}

function slot(name: string): HTMLElement {
  const element = document.getElementById(name);
  if (!element) throw new Error(`the page has no #${name}`);
  return element;
}

async function drawFrame(): Promise<void> {
  const catalog = await loadFirstWords(language);
  const name = view === "calculator" ? catalog.say("page.tagline") : catalog.say(`view.${view}`);
  document.title = `supportcalc: ${name}`;
  render(header(catalog), slot("header"));
  if (!first) render(footer(catalog), slot("footer"));
  render(body(catalog), slot("main"));
}

async function draw(): Promise<void> {
  document.documentElement.lang = language;
  render(body(null), slot("main"));
  if (first) await drawFirst();
  await drawFrame();
}

// To lay out the page twice takes longer than to wait for an answer that is about to come. What nobody looks for comes after it.
async function drawFirst(): Promise<void> {
  const main = slot("main");
  main.hidden = view === "calculator" && link !== "";
  if (main.hidden) await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, patience))]);
  main.hidden = false;
  await drawFrame();
  await afterPaint();
  first = false;
  writeAddress();
}

// --- from view to view

type ViewElement = SupportCompare | SupportAudit;

function current(): ViewElement | SupportCalculator | null {
  return document.querySelector(`support-${view}`);
}

/** The heading of a view or, in the calculator, the answer. */
function skip(event: Event): void {
  event.preventDefault();
  const element = current();
  element?.shadowRoot?.querySelector<HTMLElement>(view === "calculator" ? "#result" : "#view-heading")?.focus();
}

async function fetchView(name: ViewName): Promise<void> {
  try {
    if (name === "compare") (await import("../views/compare.ts")).defineCompare();
    if (name === "audit") (await import("../views/audit.ts")).defineAudit();
    opened.add(name);
    missing = null;
  } catch (error) {
    console.error(error);
    missing = name;
  }
}

async function go(): Promise<void> {
  const before = view;
  const address = readAddress();
  if (!opened.has(address.view)) {
    if (address.view === "calculator") opened.add("calculator");
    else await fetchView(address.view);
    if (hashOf(readAddress()) !== hashOf(address)) return; // meanwhile the visitor went elsewhere
  }
  ({ view, link } = address);
  known = location.hash;
  if (view === "calculator") entries = link;
  // Before anything is waited for: what is answered until then must not take the address back.
  const there = current();
  if (shown.has(view) && shown.get(view) !== link && there && "open" in there) there.open(link);
  shown.set(view, link);
  await draw();
  if (view !== address.view) return; // meanwhile the visitor went elsewhere
  const element = current();
  if (view !== "calculator") workOffline();
  if (view === before) return;
  window.scrollTo(0, 0);
  if (view === "calculator") slot("main").focus();
  else (element as ViewElement | null)?.focusHeading();
}

window.addEventListener("hashchange", () => {
  void go();
});

// With the script rather than as a file of its own: until it runs there is nothing to see.
const sheet = new CSSStyleSheet();
sheet.replaceSync(pageCss);
document.adoptedStyleSheets.push(sheet);
defineCalculator();
// The script may be there before the end of the page.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void go());
else void go();
