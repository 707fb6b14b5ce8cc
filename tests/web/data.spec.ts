// The published files have the shape docs/data.md promises.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "@playwright/test";
import type { PolicyIndex } from "../../web/src/files/index-file.ts";
import { dist } from "./fixtures.ts";

const folder = path.join(dist, "policies");
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const published = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(path.sep).join("/"))
  .filter((name) => name.endsWith(".json"));

test("every published file fits the schema it names, and the schema is published too", () => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false, formats: { date: /^\d{4}-\d\d-\d\d$/, uri: /^https:\/\/\S+$/ } });
  const files = published.filter((name) => !name.startsWith("schema/"));
  expect(files.length).toBeGreaterThan(10);
  for (const name of files) {
    const document = read(name) as { $schema: string };
    const schema = path.posix.join(path.posix.dirname(name), document.$schema);
    expect({ name, there: existsSync(path.join(folder, schema)) }).toEqual({ name, there: true });
    const own = read(schema) as { $id: string };
    const validate = ajv.getSchema(own.$id) ?? ajv.compile(own);
    expect({ name, fits: validate(document), problems: validate.errors ?? [] }).toEqual({ name, fits: true, problems: [] });
  }
});

test("the index lists every published file, and nothing else", () => {
  const { policies, calendars } = read("index.json") as PolicyIndex;
  const listed = [
    ...policies.flatMap(({ id, revisions }) => revisions.map(({ revision }) => `${id}/${revision}.json`)),
    ...calendars.map(({ id }) => `calendars/${id}.json`),
    "index.json",
  ];
  expect(listed.sort()).toEqual(published.filter((name) => !name.startsWith("schema/")).sort());
});
