import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const name = /^#strings\/([a-z]+)-(first|details|reports)$/;
// Said around the views: only the page has these.
const page = /^(page(?!\.skip$)|report|view)\./;
const reports = /^(compare|audit)\./;
// Said below the answer. What is named nowhere here is loaded first: too early at worst.
const details = new RegExp(
  `^(${[
    "address-status availability ambiguity calendar-file channel-role channels cliff deployment diagnostic entry escalation event",
    "fact facts file late legend levels lifecycle month nth open picture quantity remedies remedy-blocks remedy-clock",
    "remedy-status scope share side starts-from stated stretch ticket ticket-text timeline versions week weekday-short",
    "assumption assumption-type move policy-status quoted reason(?=\\.(one-fits|default|given|no-levels)$) welcome severity(?=\\.(moves|set-by|may-change)$) section(?!\\.answer$) sources notice(?=\\.local-time)",
    "form(?=\\.(opens|closes|assumptions|assumptions-hint|at|date|filing|maturity|not-checked|now|occurrence|pause|revision|scope|time|topic|when|zone|zone-hint|zone-unknown)$)",
    "widget(?=\\.zone-hint)",
  ]
    .join(" ")
    .replaceAll(" ", "|")})\\.`,
);

export function partOf(key: string): string {
  return page.test(key) ? "page" : reports.test(key) ? "reports" : details.test(key) ? "details" : "first";
}

/**
 * A catalogue in parts, so that the first result does not wait for words that are said later or in other views. Where there is a
 * page around the views, what it says is part of the first.
 */
export function strings(folder: string, around: { page: boolean }): Plugin {
  return {
    name: "supportcalc-strings",
    // Without "#", which ends the path of an address: the development server asks for it by one.
    resolveId: (id) => (name.test(id) ? id.replace("#", "\0") : null),
    load(id) {
      const [, language = "", part] = name.exec(id.replace("\0", "#")) ?? [];
      if (part === undefined) return null;
      const file = path.join(folder, `${language}.json`);
      this.addWatchFile(file);
      const all = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
      const parts = part === "first" && around.page ? ["first", "page"] : [part];
      const own = Object.entries(all).filter(([key]) => parts.includes(partOf(key)));
      return `export default ${JSON.stringify(Object.fromEntries(own))};`;
    },
  };
}
