// What the page loads for the first answer holds less than the policies; the core must find the same in it.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import type createModule from "../../wasm/index.d.ts";
import type { PolicyDocument, SupportcalcModule } from "../../wasm/index.d.ts";
import type { Policy } from "../../web/src/policy.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = process.env.SUPPORTCALC_DIST_DIR ?? path.join(root, "dist");
const wasm = process.env.SUPPORTCALC_WASM_DIR ?? path.join(root, "build/wasm");

const names = readdirSync(path.join(root, "policies"), { recursive: true, encoding: "utf8" }).filter((name) =>
  /^(?!calendars|schema)[^/\\]+[/\\].+\.json$/.test(name),
);
const read = (...parts: string[]): string => readFileSync(path.join(...parts), "utf8");

async function moduleWith(documents: readonly PolicyDocument[]): Promise<SupportcalcModule> {
  const { default: create } = (await import(pathToFileURL(path.join(wasm, "supportcalc.mjs")).href)) as { default: typeof createModule };
  const module = await create({ wasm: await WebAssembly.compile(readFileSync(path.join(wasm, "supportcalc.wasm"))) });
  expect(module.load(JSON.stringify(documents))).toBe('{"ok":true}');
  return module;
}

// The afternoon before the Easter holidays, and answers that came in time and late.
const moments = [
  { submitted_at: "2026-04-02T14:30:00Z", visitor_time_zone: "Asia/Tokyo" },
  { submitted_at: "2026-04-02T20:30:00Z", responded_at: "2026-04-02T20:40:00Z", now: "2026-04-09T00:00:00Z" },
  {
    submitted_at: "2023-10-30T09:00:00Z",
    responded_at: "2023-12-04T09:00:00Z",
    escalated_at: "2023-11-02T09:00:00Z",
    version: { released_on: "2023-01-10", behind: 3 },
    include: ["timeline", "week_map", "cliff", "trace"],
  },
];

const impacts = [
  { impact: { request: "incident", availability: "down", core_function: "yes" } },
  { impact: { request: "incident", availability: "degraded", workaround: "costly" } },
  { impact: { request: "question" } },
  {},
];

function requestsOf({ id, revision, plans, severities, scope, options, channels }: Policy): object[] {
  const contents = [...impacts, ...(severities ?? []).map((severity) => ({ severity: severity.id }))];
  const rest = [
    {},
    ...(scope?.topics ?? []).map((topic) => ({ topic: topic.id })),
    ...(scope?.maturities ?? []).map((maturity) => ({ topic: "other", maturity: maturity.id })),
    ...(options ?? []).flatMap((option) => (option.choices ?? []).map((choice) => ({ options: { [option.id]: choice.id } }))),
    ...(channels ?? []).map((channel) => ({ channel: channel.id })),
  ];
  return plans.flatMap((plan) =>
    contents.flatMap((content) =>
      moments.flatMap((moment, index) =>
        // All that can be chosen beside is tried at the first moment.
        (index === 0 ? rest : [{}]).map((more) => ({ policy: `${id}@${revision}`, plan: plan.id, ...content, ...moment, ...more })),
      ),
    ),
  );
}

test("there are files for the first answer by every revision", () => {
  for (const language of ["en", "de"]) {
    const found = readdirSync(path.join(dist, "first", language), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    expect(found.sort()).toEqual([...names].sort());
  }
});

for (const name of names) {
  test(`${name}: the first answer is the answer`, async () => {
    const policy = JSON.parse(read(root, "policies", name)) as Policy;
    const own = name.replaceAll(path.sep, "/");
    const firsts = ["en", "de"].map((language) => JSON.parse(read(dist, "first", language, name)) as Record<string, unknown>);
    const paths = Object.keys(firsts[0] ?? {});
    expect(paths[0]).toBe(own);
    const whole = await moduleWith(paths.map((document) => ({ path: document, text: read(root, "policies", document) })));
    const requests = requestsOf(policy);
    const answers = requests.map((request) => whole.evaluate(JSON.stringify(request)));
    expect(answers.some((answer) => answer.includes('"ok":true'))).toBe(true);
    for (const first of firsts) {
      const module = await moduleWith(Object.entries(first).map(([document, value]) => ({ path: document, text: JSON.stringify(value) })));
      for (const [index, request] of requests.entries()) expect(module.evaluate(JSON.stringify(request)), JSON.stringify(request)).toBe(answers[index]);
    }
  });
}
