// Which revision of a policy holds on a day: the page chooses as the core does.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { revisionOn, type KnownPolicy } from "../../web/src/files/index-file.ts";

interface Case {
  rule: string;
  /** By id: from, until (exclusive), status. */
  revisions: Record<string, [string | null, string | null, "published" | "draft" | "superseded"]>;
  day: string;
  gives: [string, string];
}

const lines = readFileSync(new URL("../data/selection.jsonl", import.meta.url), "utf8").trim().split("\n");
const cases = lines.map((line) => JSON.parse(line) as Partial<Case>).filter((item): item is Case => item.rule === "revision");

function policyOf(revisions: Case["revisions"]): KnownPolicy {
  return {
    id: "acme",
    vendor: "Acme",
    // JavaScript puts keys like "2024" first, whatever their order in the file.
    revisions: Object.entries(revisions)
      .sort(([, [a]], [, [b]]) => (a ?? "").localeCompare(b ?? ""))
      .map(([revision, [from, until, status]]) => ({ revision, status, in_force_from: from, in_force_until: until, calendars: [] })),
  };
}

test("the cases are there", () => {
  expect(cases.length).toBeGreaterThan(10);
});

for (const { revisions, day, gives } of cases) {
  test(`${JSON.stringify(revisions)} on ${day}`, () => {
    expect(revisionOn(policyOf(revisions), day)?.revision).toBe(gives[0]);
  });
}
