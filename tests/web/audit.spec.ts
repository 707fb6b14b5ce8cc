// Audit: what the command says of the same file, without the page falling asleep and without the file going anywhere.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { AuditSummary } from "#wasm-reports";
import { fittingFile } from "../support/results.mjs";
import { axeOf, dist, expect, supportcalc, test } from "./fixtures.ts";

const now = "2026-11-20T15:30:00Z";
const zone = "Asia/Tokyo"; // of the browser under test
const example = readFileSync(path.join(dist, "example-tickets.csv"), "utf8");

/** What the page shows of a report. */
type Shown = Pick<AuditSummary, "tickets" | "met" | "missed" | "disputed" | "open" | "no-figure" | "unjudged" | "buckets"> & { groups: unknown[] };

interface Expected {
  summary: Shown;
  table: string;
}

interface Report {
  counts: Pick<Shown, "tickets" | "met" | "missed" | "disputed" | "open" | "unjudged">;
  notes: { no_figure: number };
  promises: { buckets: AuditSummary["buckets"] }[];
}

function summaryOf({ counts, notes, promises }: Report): Shown {
  const buckets = (promises[0]?.buckets ?? []).map(({ up_to_percent }, i) => ({
    up_to_percent,
    tickets: promises.reduce((sum, promise) => sum + (promise.buckets[i]?.tickets ?? 0), 0),
  }));
  return { ...counts, "no-figure": notes.no_figure, buckets, groups: promises };
}

function audit(text: string, flags: readonly string[] = []): Expected {
  const folder = mkdtempSync(path.join(tmpdir(), "supportcalc-audit-"));
  try {
    const file = path.join(folder, "tickets.csv");
    const out = path.join(folder, "judged.csv");
    writeFileSync(file, text);
    const all = ["audit", file, "--now", now, "--zone", zone, "--json", "--out", out, ...flags];
    return { summary: summaryOf(fittingFile(JSON.parse(supportcalc(all)) as Report, "report")), table: readFileSync(out, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function show(page: Page, site: string): Promise<void> {
  await page.clock.setFixedTime(new Date(now));
  await page.goto(`${site}#view=audit`);
  await expect(page.locator("support-audit .page[aria-busy=false]")).toBeVisible({ timeout: 20_000 });
}

async function choose(page: Page, text: string, name = "tickets.csv"): Promise<void> {
  await page.getByLabel("A CSV file of tickets").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

/** The numbers on the page. */
async function expectSummary(page: Page, expected: Shown): Promise<void> {
  await expect(page.locator("support-audit .share-figure")).toBeVisible({ timeout: 60_000 });
  for (const verdict of ["met", "missed", "disputed", "open", "no-figure", "unjudged"] as const) {
    await expect(page.locator(`support-audit [data-verdict=${verdict}] dd`)).toContainText(expected[verdict].toLocaleString("en-GB"));
  }
  for (const { up_to_percent, tickets } of expected.buckets) {
    await expect(page.locator(`support-audit [data-bucket="${up_to_percent ?? "more"}"] .figure`)).toHaveText(tickets.toLocaleString("en-GB"));
  }
  await expect(page.locator("support-audit .groups tbody tr")).toHaveCount(expected.groups.length);
}

async function saved(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save the results" }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("the example: the same numbers and the same table as the command", async ({ page, site }) => {
  const expected = audit(example);
  await show(page, site);
  await page.getByRole("button", { name: "Try it with an example" }).click();
  await expectSummary(page, expected.summary);
  await expect(page.locator("support-audit .share-figure")).toHaveText("44.4 %");
  await expect(page.locator("support-audit .credit")).toHaveText("92 to 214 days");
  await expect(page.getByText(`Times without an offset were read as ${zone}`)).toBeVisible();
  expect(await saved(page)).toEqual({ name: "example-tickets-judged.csv", text: expected.table });
});

test("the rows to look at, and why", async ({ page, site }) => {
  await show(page, site);
  await page.getByRole("button", { name: "Try it with an example" }).click();
  const row = (number: number) => page.locator(`support-audit [data-row="${number}"]`);
  await expect(page.getByRole("button", { name: "Missed (9)" })).toHaveAttribute("aria-pressed", "true");
  await expect(row(8)).toContainText("15 minutes late");
  await expect(row(8)).toContainText("due 2026-02-05 23:40 UTC");
  await expect(row(4)).toContainText("Credit: 44 to 104 days");
  await page.getByRole("button", { name: "Open (1)" }).click();
  await expect(row(20)).toContainText("late so far");
  await expect(row(20)).toContainText("Open and overdue");
  await expect(row(20)).toContainText("not answered");
  await page.getByRole("button", { name: "Depends on the reading (0)" }).click();
  await expect(page.getByText("There are none of these.")).toBeVisible();
  await page.getByRole("button", { name: "Not judged (3)" }).click();
  await expect(row(21)).toContainText("Answered before it was filed.");
  await expect(row(22)).toContainText("Not a time.");
  await expect(row(22)).toContainText("05/08/2026");
  await expect(row(23)).toContainText("No such level.");
  await expect(row(23)).toContainText("severity-1, severity-2, severity-3, severity-4");
});

test("many rows are turned page by page", async ({ page, site }) => {
  const late = Array.from({ length: 1100 }, (_, i) => `T-${i},2026-02-03T10:00:00Z,2026-02-04T10:00:00Z,p1`);
  const text = ["id,submitted_at,responded_at,severity", ...late].join("\n");
  await show(page, site);
  await page.getByLabel("Vendor").last().selectOption("stakater");
  await page.getByLabel("Plan").last().selectOption("premium");
  await choose(page, text);
  await expectSummary(page, audit(text, ["--policy", "stakater", "--plan", "premium"]).summary);
  const first = page.locator("support-audit .rows tbody tr").first();
  await expect(page.getByText("1 to 25 of 1,000")).toBeVisible();
  await expect(page.getByText("The first 1,000 of 1,100 are listed here")).toBeVisible();
  await expect(page.getByRole("button", { name: "Previous" })).toBeDisabled();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(first).toContainText("T-25");
  await expect(page.getByRole("heading", { name: "Rows to look at" })).toBeFocused();
  await page.getByRole("button", { name: "Previous" }).click();
  await expect(first).toContainText("T-0");
});

test("what the file does not say is chosen, and changes the answer at once", async ({ page, site }) => {
  const text = "id;submitted_at;responded_at;severity\nA;2026-11-16T07:30;2026-11-16 13:00:00Z;severity-2\n";
  await show(page, site);
  await choose(page, text);
  await expect(page.getByRole("heading", { name: /This cannot be calculated/ })).toBeVisible();
  await expect(page.locator("support-audit .problem")).toContainText("policy");
  await expect(page.locator("support-audit .banner")).toContainText("CSV UTF-8");

  await page.getByLabel("Vendor").last().selectOption("zitadel");
  await page.getByLabel("Plan").last().selectOption("enterprise-cloud");
  await expectSummary(page, audit(text, ["--policy", "zitadel", "--plan", "enterprise-cloud"]).summary);
  await page.getByLabel("Agreed support hours").selectOption("24x7");
  const allDay = audit(text, ["--policy", "zitadel", "--plan", "enterprise-cloud", "--option", "support_hours=24x7"]).summary;
  await expectSummary(page, allDay);
  expect(allDay.missed).toBe(1);

  await page.getByLabel("Time zone for times that name none").fill("middle earth");
  await page.getByLabel("Time zone for times that name none").press("Tab");
  await expect(page.getByText("There is no time zone “middle earth”.")).toBeVisible();
  await page.getByLabel("Time zone for times that name none").fill("america/new york");
  await page.getByLabel("Time zone for times that name none").press("Tab");
  await expect(page.locator("support-audit [data-verdict=met] dd")).toHaveText("1");
});

test("files that are none", async ({ page, site }) => {
  await show(page, site);
  for (const text of ["", "\u0000\u0001\u0002", "id,id,severity\n1,2,3\n", '"id,submitted_at']) {
    await choose(page, text);
    await expect(page.getByRole("heading", { name: /This cannot be calculated/ })).toBeVisible();
    await choose(page, example);
    await expect(page.locator("support-audit .share-figure")).toHaveText("44.4 %");
  }
});

test("a file can be dropped", async ({ page, site }) => {
  await show(page, site);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
    return transfer;
  }, example);
  const zoneOfDrop = page.locator("support-audit .drop");
  await zoneOfDrop.dispatchEvent("dragenter", { dataTransfer: data });
  await expect(zoneOfDrop).toHaveClass(/drop-over/);
  await zoneOfDrop.dispatchEvent("drop", { dataTransfer: data });
  await expect(page.locator("support-audit .result-head")).toContainText("dropped.csv");
  await expect(page.locator("support-audit .share-figure")).toHaveText("44.4 %");
});

test("nothing is sent anywhere, and the result stays while other views are looked at", async ({ page, site }) => {
  await show(page, site);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ""}`));
  await choose(page, example);
  await expect(page.locator("support-audit .share-figure")).toHaveText("44.4 %");
  expect(asked.filter((request) => !/^GET \/assets\/[\w.-]+\.(js|wasm) $/.test(request))).toEqual([]);
  await page.getByRole("link", { name: "Calculator", exact: true }).click();
  await expect(page.locator("support-calculator")).toBeVisible();
  await page.getByRole("link", { name: "Audit" }).click();
  await expect(page.locator("support-audit .share-figure")).toHaveText("44.4 %");
});

// --- a hundred thousand

/** Tickets of every vendor, some of them late, open or wrong; the same every time. */
function manyTickets(count: number): string {
  const kinds = [
    "severity-1,zitadel@2023-10-06,extended-sla",
    "Severity 3,zitadel,enterprise-cloud",
    "p4,stakater,premium",
    "Priority 1,scalr,business",
    "severity-2,spacelift,gold",
    "p9,scalr,business",
  ];
  const written = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
  const rows = ["id,submitted_at,responded_at,severity,policy,plan"];
  for (let i = 0; i < count; i++) {
    const filed = Date.UTC(2026, 0, 1, 8) + ((i * 7919) % 460_000) * 60_000;
    const answered = i % 20 === 0 ? "" : written(filed + ((i * 104_729) % 6000) * 60_000);
    rows.push(`T-${i},${written(filed)},${answered},${kinds[i % kinds.length] ?? ""}`);
  }
  return `${rows.join("\n")}\n`;
}

const frames = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as { gaps: number[] }).gaps.splice(0));

/** From now on the page writes down how long it was from frame to frame. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    (window as unknown as { gaps: number[] }).gaps = gaps;
    let last = performance.now();
    const frame = (): void => {
      const at = performance.now();
      gaps.push(at - last);
      last = at;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

test("100,000 tickets: counts of the command, and the page stays awake", async ({ page, site }) => {
  test.slow();
  const text = manyTickets(100_000);
  const expected = audit(text);
  await page.goto(`${site}#view=audit`);
  await expect(page.locator("support-audit .page[aria-busy=false]")).toBeVisible({ timeout: 20_000 });
  // Only the date: a frozen clock would freeze the frames too.
  await page.evaluate((at) => {
    const RealDate = Date;
    window.Date = class extends RealDate {
      constructor() {
        super(at);
      }
    } as DateConstructor;
  }, now);
  await watchFrames(page);
  await choose(page, text);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await frames(page); // until here the file was handed over by the test
  const begun = Date.now();
  await expect(page.locator("support-audit .share-figure")).toBeVisible({ timeout: 60_000 });
  const took = Date.now() - begun;
  const gaps = await frames(page);
  await expectSummary(page, expected.summary);
  expect(expected.summary.tickets + expected.summary.unjudged).toBe(100_000);
  expect((await saved(page)).text).toBe(expected.table);

  // Judged in the page, all of it would be one gap. A busy machine makes gaps of its own.
  const longest = Math.round(Math.max(...gaps));
  console.log(`      ${gaps.length} frames in ${took} ms, longest gap ${longest} ms`);
  expect(longest).toBeLessThan(Math.max(took / 4, 200));
  expect(gaps.length).toBeGreaterThan(took / 100);
});

test("an audit can be cancelled, and another begun", async ({ page, site }) => {
  // The module does not come before the audit is cancelled, so that it cannot be done first.
  let release = (): void => undefined;
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/supportcalc-reports.*\.wasm/, async (route) => {
    await released;
    await route.continue().catch(() => undefined); // whoever asked is gone
  });
  await show(page, site);
  await choose(page, example, "many.csv");
  await expect(page.getByRole("progressbar", { name: "Judging many.csv" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "Cancelled" })).toBeVisible();
  await expect(page.getByLabel("A CSV file of tickets")).toBeFocused();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  release();
  await choose(page, example);
  await expect(page.locator("support-audit .share-figure")).toHaveText("44.4 %");
});

test("when the module cannot be had, it says so and can be tried again", async ({ page, site, complaints }) => {
  await page.route(/supportcalc-reports.*\.wasm/, (route) => route.abort());
  await show(page, site);
  await page.getByRole("button", { name: "Try it with an example" }).click();
  await expect(page.locator("support-audit .problem")).toContainText("This cannot run here");
  await page.unroute(/supportcalc-reports.*\.wasm/);
  await choose(page, example);
  await expect(page.locator("support-audit .share-figure")).toHaveText("44.4 %");
  complaints.messages.length = 0;
});

test("in German", async ({ page, site }) => {
  await show(page, site);
  await page.getByRole("button", { name: "Try it with an example" }).click();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Tickets prüfen" })).toBeVisible();
  await expect(page.locator("support-audit .share-figure")).toHaveText("44,4 %");
  await expect(page.locator("support-audit [data-row='8']")).toContainText("15 Minuten zu spät");
  await page.getByRole("button", { name: "Nicht beurteilt (3)" }).click();
  const why = (number: number) => page.locator(`support-audit [data-row="${number}"] .why`);
  await expect(why(22)).toContainText("Keine Zeitangabe. submitted_at: „05/08/2026“ ist kein Datum und keine Zeit, die sich hier lesen lässt.");
  await expect(why(23)).toContainText("severity-1, severity-2, severity-3, severity-4");
  await expect(page.locator("support-audit .why [lang=en]")).toHaveCount(0);
});

test("in German, also what is wrong with the whole table", async ({ page, site }) => {
  await show(page, site);
  await choose(page, "id,when\n1,2026-01-01T10:00:00Z\n");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Tickets prüfen" })).toBeVisible();
  await expect(page.locator("support-audit .problem li").first()).toBeVisible();
  await expect(page.locator("support-audit .problem [lang=en]")).toHaveCount(0);
});

// --- for everyone

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const state of ["empty", "result", "not judged", "problem"] as const) {
  for (const look of ["light", "dark", "forced colours", "narrow", "German"] as const) {
    test(`axe: ${state}, ${look}`, async ({ browser, site }) => {
      test.slow(); // axe looks at every cell
      const context = await browser.newContext({
        colorScheme: look === "dark" ? "dark" : "light",
        forcedColors: look === "forced colours" ? "active" : "none",
        locale: look === "German" ? "de-DE" : "en-GB",
        viewport: look === "narrow" ? { width: 320, height: 640 } : { width: 1280, height: 900 },
      });
      const page = await context.newPage();
      await page.goto(`${site}#view=audit`);
      await expect(page.locator("support-audit .page[aria-busy=false]")).toBeVisible({ timeout: 20_000 });
      const text = state === "problem" ? "id\n1\n" : example;
      if (state !== "empty") {
        await page.locator("support-audit #file").setInputFiles({ name: "tickets.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
        await expect(page.locator(state === "problem" ? "support-audit .problem" : "support-audit .share-figure")).toBeVisible();
      }
      if (state === "not judged") await page.locator("support-audit .toggle").last().click();
      await page.locator("support-audit details").evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      const axe = axeOf(page);
      const colours = look === "dark" || look === "forced colours";
      const { violations } = await (colours ? axe.withRules(["color-contrast"]) : axe.withTags(everything)).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) }))).toEqual([]);
      await page.setViewportSize({ width: 320, height: 256 });
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(client);
      await context.close();
    });
  }
}
