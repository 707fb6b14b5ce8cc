// The catalogues say the same things in every language, and the page says nothing they do not hold.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { partOf } from "../../web/build/strings.ts";
import type { Policy } from "../../web/src/files/policy.ts";

type Entry = string | Record<string, string>;

const web = fileURLToPath(new URL("../../web", import.meta.url));
const folder = path.join(web, "strings");
const catalogues = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, entries: JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Record<string, Entry> }));
const english = catalogues.find(({ name }) => name === "en.json")?.entries ?? {};

const parameters = (entry: Entry): string[] => {
  const texts = typeof entry === "string" ? [entry] : Object.values(entry);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map((match) => match[1] ?? "")))].sort();
};

for (const { name, entries } of catalogues) {
  test(`${name} has the keys and parameters of en.json`, () => {
    const categories = new Intl.PluralRules(path.basename(name, ".json")).resolvedOptions().pluralCategories.sort();
    expect(Object.keys(entries)).toEqual(Object.keys(english));
    for (const [key, entry] of Object.entries(english)) {
      const own = entries[key] ?? "";
      expect({ key, parameters: parameters(own), plural: typeof own }).toEqual({ key, parameters: parameters(entry), plural: typeof entry });
      // Every category of the language, and no other.
      if (typeof own !== "string") expect(Object.keys(own).sort()).toEqual(categories);
    }
  });

  test(`${name} has each key once and no empty words`, () => {
    const text = readFileSync(path.join(folder, name), "utf8");
    const keys = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(text).not.toMatch(/:\s*""/);
  });
}

test("every key the page names is in the catalogue", () => {
  const files = readdirSync(path.join(web, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const missing = new Set<string>();
  for (const file of files) {
    const source = readFileSync(path.join(web, "src", file), "utf8");
    for (const match of source.matchAll(/\bsay\(\s*"([\w.-]+)"/g)) if (!((match[1] ?? "") in english)) missing.add(match[1] ?? "");
  }
  expect([...missing]).toEqual([]);
});

// The files that a file imports at once, itself included.
function importsOf(file: string, found = new Set<string>()): Set<string> {
  found.add(file);
  const source = readFileSync(file, "utf8");
  for (const [, name = ""] of source.matchAll(/^(?:import|export)(?! type)[^;]*? from "(\.[^"]+\.ts)";/gm)) {
    const imported = path.resolve(path.dirname(file), name);
    if (!found.has(imported)) importsOf(imported, found);
  }
  return found;
}

for (const [entry, parts] of [
  ["widget/start.ts", ["first"]],
  ["page/main.ts", ["first", "page"]],
  ["components/details.ts", ["first", "details"]],
] as const) {
  test(`${entry} says nothing that is loaded later`, () => {
    const early = new Set<string>(parts);
    const late = new Set<string>();
    for (const file of importsOf(path.join(web, "src", entry))) {
      const source = readFileSync(file, "utf8");
      const said = [
        ...[...source.matchAll(/\bsay\(\s*(?:[^"`()]*\? *)?"([\w.-]+)"(?: *: *"([\w.-]+)")?/g)].flatMap(([, one, other]) => [one, other]),
        // A family: some key of it stands for all.
        ...[...source.matchAll(/\bword\(\s*"([\w-]+)"|\bsay\(`([\w-]+)\.\$\{/g)].map(([, word, say]) => `${word ?? say ?? ""}.*`),
      ];
      for (const key of said) if (key !== undefined && !early.has(partOf(key))) late.add(`${path.basename(file)}: ${key}`);
    }
    expect([...late]).toEqual([]);
  });
}

// Which family of words the ids at a place of a policy belong to.
const families: Record<string, (policy: Policy) => (string | undefined)[]> = {
  ambiguity: ({ ambiguities }) => (ambiguities ?? []).map(({ kind }) => kind),
  "address-status": ({ channels }) => (channels ?? []).map(({ address_status }) => address_status),
  bound: ({ targets }) => (targets ?? []).map(({ bound }) => bound),
  channel: ({ channels, escalation }) => [
    ...(channels ?? []).map(({ kind }) => kind),
    ...(escalation?.steps ?? []).flatMap(({ contacts }) => (contacts ?? []).map(({ kind }) => kind)),
  ],
  "channel-role": ({ channels }) => (channels ?? []).map(({ role }) => role),
  "clock-start": ({ targets }) => (targets ?? []).map(({ clock }) => clock?.starts),
  commitment: ({ targets }) => (targets ?? []).map(({ commitment }) => commitment),
  fact: ({ facts }) => (facts ?? []).map(({ topic }) => topic),
  kind: ({ targets }) => (targets ?? []).map(({ kind }) => kind),
  "policy-status": ({ status }) => [status],
  remedy: ({ remedies }) => (remedies ?? []).map(({ kind }) => kind),
  side: ({ scope }) => (scope?.responsibilities ?? []).map(({ side }) => side),
  support: ({ plans }) => plans.map(({ support }) => support),
  unit: ({ targets }) => (targets ?? []).flatMap(({ amount, best_case }) => [amount?.unit, best_case?.unit]),
  verdict: ({ scope }) => [...(scope?.topics ?? []), ...(scope?.maturities ?? [])].map(({ verdict }) => verdict),
  "assumption-type": ({ assumptions }) => (assumptions ?? []).map(({ type }) => type),
};

test("every word the shipped policies use is in the catalogue", () => {
  const policies = path.join(web, "..", "policies");
  const files = readdirSync(policies, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(?!calendars|schema)[^/\\]+[/\\].+\.json$/.test(name));
  expect(files.length).toBeGreaterThan(5);
  const missing = new Set<string>();
  for (const file of files) {
    const policy = JSON.parse(readFileSync(path.join(policies, file), "utf8")) as Policy;
    for (const [family, ids] of Object.entries(families)) {
      for (const id of ids(policy)) if (id !== undefined && !(`${family}.${id}` in english)) missing.add(`${family}.${id}`);
    }
  }
  expect([...missing]).toEqual([]);
});
