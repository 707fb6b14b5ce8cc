// The catalogues say the same things in every language, and the page says nothing they do not hold.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

type Entry = string | Record<string, string>;

const web = fileURLToPath(new URL("../../web", import.meta.url));
const folder = path.join(web, "strings");
const catalogues = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, entries: JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Record<string, Entry> }));
const english = catalogues.find(({ name }) => name === "en.json")?.entries ?? {};

const parameters = (entry: Entry): string[] => {
  const texts = typeof entry === "string" ? [entry] : Object.values(entry);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "")))].sort();
};

for (const { name, entries } of catalogues) {
  test(`${name} has the keys and parameters of en.json`, () => {
    expect(Object.keys(entries)).toEqual(Object.keys(english));
    for (const [key, entry] of Object.entries(english)) {
      const own = entries[key] ?? "";
      expect({ key, parameters: parameters(own), plural: typeof own }).toEqual({ key, parameters: parameters(entry), plural: typeof entry });
      if (typeof own !== "string") expect(Object.keys(own)).toEqual(["one", "other"]);
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
