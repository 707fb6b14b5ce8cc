import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { calendarsOf, known, revisionEntry } from "../src/files/index-entries.ts";
import type { CalendarEntry, KnownPolicy, PolicyEntry, PolicyIndex, RevisionEntry } from "../src/files/index-file.ts";
import type { CalendarDocument, Policy } from "../src/files/policy.ts";
import { firstCalendar, firstPolicy, type Schema } from "./first.ts";
import { languagesIn } from "./languages.ts";

interface File {
  /** Beneath the built page, with forward slashes. */
  name: string;
  text: string;
}

const json = (value: unknown): string => JSON.stringify(value);

function read(root: string, name: string): { file: File; document: unknown } {
  const document: unknown = JSON.parse(readFileSync(path.join(root, name), "utf8"));
  return { file: { name: `policies/${name}`, text: json(document) }, document };
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
}

type Listed = KnownPolicy<Pick<RevisionEntry, "revision" | "in_force_from" | "in_force_until">>;

/** What the command says of the policies of a folder, which has to be those it was built with. */
export function ask(command: string, ...words: string[]): string {
  if (!existsSync(command)) {
    throw new Error(`The command says what is in the policies, and ${command} is not there. Build it by script/build command, or name one in SUPPORTCALC.`);
  }
  return execFileSync(command, words, { encoding: "utf8" });
}

/** The calendars of a revision and those that they extend. */
function withExtended(ids: readonly string[], documents: ReadonlyMap<string, CalendarDocument>): string[] {
  const all = new Set(ids);
  for (const id of all) {
    const base = documents.get(id)?.extends;
    if (base !== undefined) all.add(base);
  }
  return [...all].sort();
}

/** With what the first answer needs in each of `languages`. */
function collect(root: string, command: string, languages: readonly string[] = []): { files: File[]; index: PolicyIndex } {
  const files: File[] = [];
  const documents = new Map<string, CalendarDocument>();
  const calendars: CalendarEntry[] = namesIn(path.join(root, "calendars")).map((name) => {
    const { file, document } = read(root, `calendars/${name}`);
    files.push(file);
    const calendar = document as CalendarDocument;
    const id = path.basename(name, ".json");
    documents.set(id, calendar);
    return { id, title: calendar.name };
  });

  const schemaOf = (kind: string): Schema => read(root, `schema/${kind}.schema.json`).document as Schema;
  const schemas = { policy: schemaOf("policy"), calendar: schemaOf("calendar") };
  const policies: PolicyEntry[] = [];
  const listed = JSON.parse(ask(command, "list", "--json", "--policies", root)) as { policies: Listed[] };
  for (const { id, vendor, answering, revisions: known } of listed.policies) {
    const revisions: RevisionEntry[] = [];
    for (const { revision, in_force_from, in_force_until } of known) {
      const name = `${id}/${revision}.json`;
      const { file, document } = read(root, name);
      files.push(file);
      const policy = document as Policy;
      const needed = withExtended(calendarsOf(policy, [...documents.keys()]), documents);
      revisions.push(revisionEntry(policy, needed, { in_force_from, in_force_until }));
      for (const language of languages) {
        const first = Object.fromEntries([
          [name, firstPolicy(policy, schemas.policy, language)],
          ...[...documents]
            .filter(([id]) => needed.includes(id))
            .map(([id, calendar]) => [`calendars/${id}.json`, firstCalendar(calendar, schemas.calendar, language)] as const),
        ]);
        files.push({ name: `first/${language}/${name}`, text: json(first) });
      }
    }
    policies.push({ id, vendor, answering, revisions });
  }
  policies.sort((a, b) => a.vendor.localeCompare(b.vendor, "en"));

  // So that "$schema" of a published file leads somewhere.
  for (const name of namesIn(path.join(root, "schema"))) files.push(read(root, `schema/${name}`).file);

  const index: PolicyIndex = { $schema: "schema/index.schema.json", calendars, policies };
  files.push({ name: "policies/index.json", text: json(index) });
  return { files, index };
}

/** Which policies and calendars there are. */
export function policyIndex(root: string, command: string): PolicyIndex {
  return collect(root, command).index;
}

const builtIn = "#policies";
const resolved = "\0policies"; // without "#", which ends the path of an address: the development server asks for it by one

/** Lets scripts know the shipped policies, so that the first answer need not ask which there are. */
export function policyNames(root: string, command: string): Plugin {
  return {
    name: "supportcalc-policy-names",
    resolveId: (id) => (id === builtIn ? resolved : null),
    load: (id) => (id === resolved ? `export default ${json(policyIndex(root, command).policies.map(known))};` : null),
  };
}

/** Copies the policies and calendars into the build, with an index of what there is and what the first answer needs of each. */
export function policies(root: string, strings: string, command: string): Plugin {
  return {
    name: "supportcalc-policies",
    generateBundle() {
      for (const { name, text } of collect(root, command, languagesIn(strings)).files) {
        this.emitFile({ type: "asset", fileName: name, source: text });
      }
    },
    configureServer(server) {
      server.watcher.add(root).on("change", (file) => {
        if (!file.startsWith(root)) return;
        server.moduleGraph.invalidateAll(); // the names that scripts know, too
        server.ws.send({ type: "full-reload" });
      });
      server.middlewares.use((request, response, next) => {
        const wanted = (request.url ?? "").split("?")[0]?.slice(1) ?? "";
        const file = /^(policies|first)\//.test(wanted) ? collect(root, command, languagesIn(strings)).files.find(({ name }) => name === wanted) : undefined;
        if (!file) {
          next();
          return;
        }
        response.setHeader("content-type", "application/json; charset=utf-8");
        response.end(file.text);
      });
    },
  };
}
