import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { calendarsOf, revisionEntry, type CalendarEntry, type PolicyEntry, type PolicyIndex, type RevisionEntry } from "../src/index-file.ts";
import type { CalendarDocument, Policy } from "../src/policy.ts";

interface File {
  /** Beneath `policies/`, with forward slashes. */
  name: string;
  text: string;
}

const json = (value: unknown): string => JSON.stringify(value);

function read(root: string, name: string): { file: File; document: unknown } {
  const document: unknown = JSON.parse(readFileSync(path.join(root, name), "utf8"));
  return { file: { name, text: json(document) }, document };
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
}

// Oldest first; a revision without a date comes before all that have one.
function byDate(a: RevisionEntry, b: RevisionEntry): number {
  const left = `${a.in_force_from ?? ""} ${a.revision}`;
  const right = `${b.in_force_from ?? ""} ${b.revision}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

function collect(root: string): File[] {
  const files: File[] = [];
  const calendars: CalendarEntry[] = namesIn(path.join(root, "calendars")).map((name) => {
    const { file, document } = read(root, `calendars/${name}`);
    files.push(file);
    const calendar = document as CalendarDocument;
    return { id: path.basename(name, ".json"), title: calendar.name };
  });
  const ids = calendars.map(({ id }) => id);

  const policies: PolicyEntry[] = [];
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory() || folder.name === "calendars" || folder.name === "schema") continue;
    const revisions: RevisionEntry[] = [];
    let vendor = folder.name;
    for (const name of namesIn(path.join(root, folder.name))) {
      const { file, document } = read(root, `${folder.name}/${name}`);
      files.push(file);
      const policy = document as Policy;
      revisions.push(revisionEntry(policy, calendarsOf(policy, ids)));
      vendor = policy.vendor.name;
    }
    if (revisions.length > 0) policies.push({ id: folder.name, vendor, revisions: revisions.sort(byDate) });
  }
  policies.sort((a, b) => a.vendor.localeCompare(b.vendor, "en"));

  // So that "$schema" of a published file leads somewhere.
  for (const name of namesIn(path.join(root, "schema"))) files.push(read(root, `schema/${name}`).file);

  const index: PolicyIndex = { $schema: "schema/index.schema.json", calendars, policies };
  files.push({ name: "index.json", text: json(index) });
  return files;
}

/** Copies the policies and calendars into the build, with an index of what there is. */
export function policies(root: string): Plugin {
  return {
    name: "supportcalc-policies",
    generateBundle() {
      for (const { name, text } of collect(root)) {
        this.emitFile({ type: "asset", fileName: `policies/${name}`, source: text });
      }
    },
    configureServer(server) {
      server.middlewares.use("/policies", (request, response, next) => {
        const wanted = (request.url ?? "").split("?")[0]?.slice(1);
        const file = collect(root).find(({ name }) => name === wanted);
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
