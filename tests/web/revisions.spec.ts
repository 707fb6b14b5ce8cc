// Which revision of a policy answers on a day: the page looks it up where the core wrote it down. That the list says what the rule
// says is tested with the rule, in tests/unit/policy/selection_test.cpp.
import { expect, test } from "@playwright/test";
import { answering, type KnownPolicy } from "../../web/src/files/index-file.ts";

const revisionOf = (revision: string): KnownPolicy["revisions"][number] => ({
  revision,
  status: "published",
  in_force_from: null,
  calendars: [],
});

const acme: KnownPolicy = {
  id: "acme",
  vendor: "Acme",
  answering: [
    { from: null, revision: "2020" },
    { from: "2021-01-01", revision: "2021-pilot" },
    { from: "2022-01-01", revision: "2020" },
  ],
  revisions: ["2020", "2021-pilot"].map(revisionOf),
};

const cases: [string, string][] = [
  ["1999-12-31", "2020"],
  ["2020-12-31", "2020"],
  ["2021-01-01", "2021-pilot"],
  ["2021-12-31", "2021-pilot"],
  ["2022-01-01", "2020"],
  ["2099-01-01", "2020"],
];

for (const [day, revision] of cases) {
  test(`on ${day}`, () => {
    expect(answering(acme, day)?.revision).toBe(revision);
  });
}

test("a policy without revisions", () => {
  expect(answering({ ...acme, answering: [], revisions: [] }, "2026-01-01")).toBeNull();
});
