// The catalogues say the same things in every language, and the page says nothing they do not hold.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import ts from "typescript";
import { namedBy } from "../../web/build/said.ts";
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

// What a module says word for word, and the calls that do not begin with words at all.
function said(module: string): { keys: string[]; families: string[]; unread: string[] } {
  const found = { keys: [] as string[], families: [] as string[], unread: [] as string[] };
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { text } = node.expression.name;
    const [first] = node.arguments;
    if (first && ts.isStringLiteralLike(first) && text === "say") found.keys.push(first.text);
    if (first && ts.isStringLiteralLike(first) && text === "word") found.families.push(first.text);
    if (first && ((text === "word" && !ts.isStringLiteralLike(first)) || (text === "say" && ts.isTemplateExpression(first) && first.head.text === ""))) {
      found.unread.push(node.getText());
    }
  };
  visit(ts.createSourceFile(module, readFileSync(module, "utf8"), ts.ScriptTarget.Latest, true));
  return found;
}

const source = path.join(web, "src");
const modules = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => path.join(source, name));

test("every key and family that the page names is in the catalogue", () => {
  const all = modules.map(said);
  const keys = all.flatMap((each) => each.keys);
  const families = all.flatMap((each) => each.families);
  expect(keys).toContain("section.answer");
  expect(families).toContain("kind");
  expect(keys.filter((key) => !(key in english))).toEqual([]);
  expect(families.filter((family) => !Object.keys(english).some((key) => key.startsWith(`${family}.`)))).toEqual([]);
});

// Else the build could not tell with which part of a catalogue it has to come.
test("every key that the page says begins with letters that are written out", () => {
  const own = new Set(["words.ts", "catalog.ts"].map((name) => path.join(source, "words", name)));
  expect(modules.filter((module) => !own.has(module)).flatMap((module) => said(module).unread)).toEqual([]);
});

test("every module that says something comes with a part of a catalogue", () => {
  const entries = ["page/main.ts", "widget/start.ts", "components/details.ts", "views/compare.ts", "views/audit.ts"];
  const read = namedBy(entries.map((name) => path.join(source, name))).modules;
  expect(modules.filter((module) => !read.has(module) && said(module).keys.length > 0)).toEqual([]);
});

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
