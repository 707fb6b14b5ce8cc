// The page around the calculator: header, footer, language, and the entries in the address.
import { html, nothing, render } from "lit";
import "../styles/page.css";
import { asLanguage, languageNames, languages, loadCatalog, type Catalog, type Language } from "./catalog.ts";
import { defineCalculator, type ChangeDetail, type SupportCalculator } from "./components/calculator.ts";
import { engine } from "./engine.ts";
import { workOffline } from "./offline.ts";
import { remember, remembered } from "./remembered.ts";

const favicon = new URL("favicon.svg", document.baseURI).href;
const reportAddress = import.meta.env.VITE_REPORT_URL;

function firstLanguage(): Language {
  const wanted = [remembered("language"), ...navigator.languages];
  return wanted.map(asLanguage).find((language) => language !== null) ?? "en";
}

let language = firstLanguage();
let link = location.hash.slice(1);

function choose(chosen: Language): void {
  language = chosen;
  remember("language", chosen);
  void draw();
}

function header(catalog: Catalog): unknown {
  return html`<a class="skip" href="#main" @click=${skip}>${catalog.say("page.skip")}</a>
    <div class="wrap header-row">
      <div class="brand">
        <h1><img src=${favicon} alt="" width="28" height="28" />supportcalc</h1>
        <p class="tagline">${catalog.say("page.tagline")}</p>
      </div>
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
              ${languageNames[item]}
            </button>`,
        )}
      </nav>
    </div>`;
}

function footer(catalog: Catalog): unknown {
  return html`<div class="wrap">
    <p>${catalog.say("page.not-affiliated")}</p>
    <p>${catalog.say("page.private")}</p>
    <details>
      <summary>${catalog.say("report.heading")}</summary>
      <p>
        ${catalog.say("report.text")}
        ${reportAddress === undefined ? nothing : html`<a href=${reportAddress} rel="noreferrer">${catalog.say("report.link")}</a>`}
      </p>
    </details>
  </div>`;
}

function changed(event: Event): void {
  const { detail } = event as CustomEvent<ChangeDetail>;
  link = detail.link;
  const hash = link === "" ? "" : `#${link}`;
  if (hash !== location.hash) history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
}

function skip(event: Event): void {
  event.preventDefault();
  document.querySelector("support-calculator")?.shadowRoot?.querySelector<HTMLElement>("#result")?.focus();
}

function slot(name: string): HTMLElement {
  const element = document.getElementById(name);
  if (!element) throw new Error(`the page has no #${name}`);
  return element;
}

async function draw(): Promise<void> {
  document.documentElement.lang = language;
  render(
    html`<support-calculator lang=${language} .link=${link} @support-calculator-change=${changed}></support-calculator>`,
    slot("main"),
  );
  const catalog = await loadCatalog(language);
  document.title = `supportcalc: ${catalog.say("page.tagline")}`;
  render(header(catalog), slot("header"));
  render(footer(catalog), slot("footer"));
}

window.addEventListener("hashchange", () => {
  link = location.hash.slice(1);
  document.querySelector<SupportCalculator>("support-calculator")?.open(link);
});

engine.start().catch(() => undefined); // the calculator tells what is wrong
defineCalculator();
workOffline();
draw().catch((error: unknown) => {
  console.error(error);
});
