// What the page loads for the first answer holds less than the policies; the core must find the same in it.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import type createModule from "../../wasm/index.d.ts";
import type { PolicyDocument, SupportcalcModule } from "../../wasm/index.d.ts";
import { languagesIn } from "../../web/build/languages.ts";
import { policyOf } from "../../tools/csp.mjs";
import { serve } from "../../tools/serve.mjs";
import { fitting } from "../support/results.mjs";
import type { Policy } from "../../web/src/files/policy.ts";
import { dist, expect, settled, test } from "./fixtures.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const wasm = process.env.SUPPORTCALC_WASM_DIR ?? path.join(root, "build/wasm");

const languages = languagesIn(path.join(root, "web/strings"));
const names = readdirSync(path.join(root, "policies"), { recursive: true, encoding: "utf8" }).filter((name) =>
  /^(?!calendars|schema)[^/\\]+[/\\].+\.json$/.test(name),
);
const read = (...parts: string[]): string => readFileSync(path.join(...parts), "utf8");

async function moduleWith(documents: readonly PolicyDocument[], name: string): Promise<SupportcalcModule> {
  const { default: create } = (await import(pathToFileURL(path.join(wasm, `${name}.mjs`)).href)) as { default: typeof createModule };
  const module = await create({ wasm: await WebAssembly.compile(readFileSync(path.join(wasm, `${name}.wasm`))) });
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

// What is covered is not asked: the page reads the whole documents then.
function requestsOf({ id, revision, plans, severities, options, channels }: Policy): object[] {
  const contents = [...impacts, ...(severities ?? []).map((severity) => ({ severity: severity.id }))];
  const rest = [
    {},
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
  for (const language of languages) {
    const found = readdirSync(path.join(dist, "first", language), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    expect(found.sort()).toEqual([...names].sort());
  }
});

for (const name of names) {
  test(`${name}: the first answer is the answer`, async () => {
    const policy = JSON.parse(read(root, "policies", name)) as Policy;
    const own = name.replaceAll(path.sep, "/");
    const firsts = languages.map((language) => JSON.parse(read(dist, "first", language, name)) as Record<string, unknown>);
    const paths = Object.keys(firsts[0] ?? {});
    expect(paths[0]).toBe(own);
    const whole = await moduleWith(paths.map((document) => ({ path: document, text: read(root, "policies", document) })), "supportcalc");
    const requests = requestsOf(policy);
    const answers = requests.map((request) => whole.evaluate(JSON.stringify(request)));
    expect(answers.some((answer) => answer.includes('"ok":true'))).toBe(true);
    for (const answer of answers) fitting(JSON.parse(answer));
    for (const first of firsts) {
      const module = await moduleWith(Object.entries(first).map(([document, value]) => ({ path: document, text: JSON.stringify(value) })), "supportcalc-page");
      for (const [index, request] of requests.entries()) expect(module.evaluate(JSON.stringify(request)), JSON.stringify(request)).toBe(answers[index]);
    }
  });
}

const links = [
  "at=2026-04-02T14:30:00Z&plan=extended-sla&policy=zitadel@2023-10-06&severity=severity-2&tz=Asia/Tokyo",
  "at=2026-04-02T14:30:00Z&option.support_hours=extended&plan=custom&policy=zitadel@2023-10-06&severity=severity-3&tz=Asia/Tokyo",
  "at=2026-04-02T14:30:00Z&impact.availability=down&maturity=beta&plan=production&policy=zitadel@2023-11-15&topic=other&tz=Asia/Tokyo",
  "at=2026-04-02T14:30:00Z&plan=enterprise&policy=controlplane-flux@2024-06-19&tz=Asia/Tokyo",
  "at=2026-04-02T14:30:00Z&plan=cpef-25&policy=controlplane-flux@2026-07-24&severity=severity-2&tz=Asia/Tokyo",
  "at=2026-04-02T14:30:00Z&plan=business&policy=scalr@undated&severity=p2&topic=other&tz=Asia/Tokyo",
  "at=2026-04-02T14:30:00Z&plan=enterprise&policy=spacelift@2022-07-06&tz=Asia/Tokyo",
  "at=2026-04-02T14:30:00Z&impact.availability=degraded&plan=gold&policy=spacelift@2024-11-20&tz=Asia/Tokyo",
  "at=2026-04-02T14:30:00Z&plan=premium&policy=stakater@2026-02-23&severity=p1&tz=Asia/Tokyo",
];

// Files whose addresses have this form do not arrive until what is returned has been called.
async function hold(page: Page, form: string): Promise<() => void> {
  let letThrough = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(form, async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}

test("words, module and documents are asked for before the page's script is there, and once", async ({ page, site }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const letThrough = await hold(page, "**/assets/page-*.js");
  await page.goto(`${site}#${links[0] ?? ""}`, { waitUntil: "commit" });
  const forms = [/\/en-first-/, /\/supportcalc-page-.*wasm$/, /^\/first\/en\/zitadel\/2023-10-06\.json$/];
  for (const form of forms) {
    await expect.poll(() => asked.filter((name) => form.test(name)).length, { message: String(form) }).toBe(1);
  }
  letThrough();
  await settled(page);
  await expect(page.locator("script[blocking=render]")).toHaveCount(1);
  for (const form of forms) expect(asked.filter((name) => form.test(name)), String(form)).toHaveLength(1);
});

test("another view does not ask for the documents of the first answer", async ({ page, site }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site}#view=compare&policy=zitadel@2023-10-06`);
  await expect(page.getByRole("table")).toBeVisible();
  expect(asked.filter((name) => name.startsWith("/policies/zitadel/"))).not.toEqual([]);
  expect(asked.filter((name) => name.startsWith("/first/"))).toEqual([]);
});

test("a host that forbids the script within the page gets the same answer", async ({ page, complaints }) => {
  const server = await serve({ folder: dist, headers: { "content-security-policy": policyOf("/") } });
  try {
    await page.goto(`${server.url}#${links[0] ?? ""}`);
    await settled(page);
    await expect(page.locator(".answer .level-label")).toHaveText("Severity 2");
  } finally {
    await server.close();
  }
  expect(complaints.messages).not.toEqual([]);
  expect(complaints.messages.filter((message) => !message.includes("inline"))).toEqual([]);
  complaints.messages.length = 0;
});

test("the answer comes first, and stays where it is when the entries follow", async ({ page, site }) => {
  await page.addInitScript(() => {
    const seen: { entries: number; place: unknown }[] = [];
    Object.assign(window, { seen });
    document.addEventListener("support-calculator-change", ({ target }) => {
      const root = (target as Element).shadowRoot;
      const look = (): void => {
        const answer = root?.querySelector(".answer");
        if (!answer || seen.length === 2) return;
        const entries = root?.querySelectorAll(".form").length ?? 0;
        const { x, y, width } = answer.getBoundingClientRect();
        if (seen.length === entries) seen.push({ entries, place: { x, y, width } });
      };
      // In each frame, when all is drawn that belongs to it.
      const watch = (): void => {
        look();
        if (seen.length < 2) requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    }, { once: true });
  });
  await page.goto(`${site}#${links[0] ?? ""}`);
  await settled(page);
  await expect(page.locator("#footer")).toContainText("Not affiliated");
  const seen = await page.evaluate(() => (window as unknown as { seen: { entries: number; place: unknown }[] }).seen);
  expect(seen.map(({ entries }) => entries)).toEqual([0, 1]);
  expect(seen[1]?.place).toEqual(seen[0]?.place);
});

test("who asks what is covered gets the whole documents at once", async ({ page, site }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site}#${links[2] ?? ""}`);
  await settled(page);
  await expect(page.locator(".coverage")).toBeVisible();
  expect(asked.filter((name) => name.startsWith("/first/"))).toEqual([]);
});

test("nothing is drawn of entries that an answer is about to change, and the copy for offline use follows the answer", async ({ page, site }) => {
  await page.addInitScript(() => {
    const order: string[] = [];
    Object.assign(window, { order });
    navigator.serviceWorker.register = (): Promise<never> => {
      order.push("copy");
      return Promise.reject(new Error("not in this test"));
    };
    document.addEventListener("support-calculator-change", () => order.push("answer"), { once: true });
  });
  const letThrough = await hold(page, "**/first/**");
  await page.goto(`${site}#${links[0] ?? ""}`);
  const status = page.locator("support-calculator").getByRole("status");
  await expect(status).toHaveText("Loading…");
  expect((await status.boundingBox())?.height).toBeGreaterThan(10);
  await expect(page.locator(".form")).toHaveCount(0);
  letThrough();
  await settled(page);
  expect((await status.boundingBox())?.height).toBeLessThanOrEqual(1);
  await expect.poll(() => page.evaluate(() => (window as unknown as { order: string[] }).order)).toEqual(["answer", "copy"]);
});

for (const language of languages) {
  for (const link of links) {
    test(`${language}, ${link}: what follows the answer changes neither words nor places`, async ({ page, site }) => {
      await page.clock.setFixedTime("2026-04-02T15:00:00Z");
      await page.addInitScript((chosen) => {
        localStorage.setItem("supportcalc.language", chosen);
      }, language);
      const letThrough = await hold(page, "**/assets/details-*.js");
      // Apart from what is folded away, and from what to do now, for which a place is kept.
      const seen = (part: string): Promise<{ place: unknown; words: string }[]> =>
        page.evaluate((selector) => {
          const shadow = document.querySelector("support-calculator")?.shadowRoot;
          return [...(shadow?.querySelectorAll(selector) ?? [])].map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const copy = element.cloneNode(true) as Element;
            for (const folded of copy.querySelectorAll("details > :not(summary), datalist > *")) folded.remove();
            copy.querySelector(".next")?.replaceChildren();
            return { place: { x, y, width, height }, words: copy.textContent.replace(/\s+/g, " ").trim() };
          });
        }, part);
      const answer = ".banner, .banner .button, .answer, .form > h2, [aria-labelledby=contract-heading], [aria-labelledby=impact-heading]";
      await page.goto(`${site}#${link}`);
      await expect(page.locator(".answer")).toBeVisible();
      await expect(page.locator(".form")).toBeVisible();
      const before = await seen(answer);
      const [entries] = await seen(".form");
      expect(JSON.stringify(before)).not.toMatch(/[a-z]+\.[a-z-]+[".]/);
      letThrough();
      await settled(page);
      await expect(page.locator(".section-sources")).toBeVisible();
      expect(await seen(answer)).toEqual(before);
      // The entries that an answer can do without follow those that it cannot.
      const [whole] = await seen(".form");
      expect(whole?.words.startsWith(entries?.words ?? "-")).toBe(true);
    });
  }
}

test("on a narrow screen the answer is a line until its place is settled", async ({ page, site }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const letThrough = await hold(page, "**/assets/details-*.js");
  await page.goto(`${site}#${links[6] ?? ""}`);
  await expect(page.locator(".jump")).toBeInViewport();
  await expect(page.locator(".answer")).toBeHidden();
  letThrough();
  await settled(page);
  await expect(page.locator(".answer")).toBeVisible();
});
