// Compare: what the command says, in a table that never passes a word off as a time.
import type { Locator, Page } from "@playwright/test";
import type { CompareRequest, Comparison, CompareResult } from "#wasm-reports";
import { fitting } from "../support/results.mjs";
import { axeOf, expect, settled, supportcalc, test } from "./fixtures.ts";

const friday = "2026-11-20T15:30:00Z";
const zone = "Asia/Tokyo";

function compare(request: CompareRequest): Comparison {
  const answer = fitting(JSON.parse(supportcalc(["compare", "--request", "-", "--json"], JSON.stringify(request))) as CompareResult, "compare_result");
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

function linkOf(request: CompareRequest): string {
  const link = new URLSearchParams({ view: "compare", at: request.submitted_at, tz: request.visitor_time_zone ?? zone });
  if (typeof request.policy === "string" && request.policy !== "*") link.set("policy", request.policy);
  if (request.severity !== undefined) link.set("severity", request.severity);
  if (request.kind !== undefined) link.set("kind", request.kind);
  if (request.topic !== undefined) link.set("topic", request.topic);
  if (request.maturity !== undefined) link.set("maturity", request.maturity);
  for (const [name, value] of Object.entries(request.impact ?? {})) link.set(`impact.${name}`, value);
  for (const [name, value] of Object.entries(request.options ?? {})) link.set(`option.${name}`, String(value));
  return link.toString();
}

async function answered(page: Page): Promise<void> {
  await expect(page.locator("support-compare .page[aria-busy=false]")).toBeVisible({ timeout: 20_000 });
}

async function show(page: Page, site: string, link: string): Promise<void> {
  await page.goto(`${site}#${link}`);
  await answered(page);
}

const lines = (page: Page): Locator => page.locator("support-compare .line");
const plansOf = (page: Page): Promise<(string | null)[]> => lines(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-plan")));

const outage = { environment: "production", availability: "down", workaround: "none", request: "incident" };
const base = { submitted_at: friday, visitor_time_zone: zone };
const requests: Record<string, CompareRequest> = {
  "all vendors, nothing known": { policy: "*", ...base },
  "all vendors, an outage": { policy: "*", impact: outage, ...base },
  "all vendors, a question": { policy: "*", impact: { request: "question" }, ...base },
  "all vendors, until a resolution": { policy: "*", kind: "resolution", ...base },
  "one vendor, a level": { policy: "spacelift", severity: "severity-3", ...base },
  "one vendor, a level a plan lacks a time for": { policy: "zitadel", severity: "severity-2", ...base },
  "one revision, an option": { policy: "zitadel@2023-10-06", severity: "severity-1", options: { support_hours: "24x7" }, ...base },
  "one vendor, what is out of scope": { policy: "zitadel", severity: "severity-2", maturity: "alpha", ...base },
  "one vendor, a topic no list names": { policy: "spacelift", severity: "severity-1", topic: "other", ...base },
  "all vendors, what several have in alpha": { policy: "*", impact: outage, maturity: "alpha", ...base },
  "ranges": { policy: "stakater", severity: "p4", ...base },
  "no levels": { policy: "spacelift@2022-07-06", ...base, submitted_at: "2022-08-01T10:00:00Z" },
};

for (const [name, request] of Object.entries(requests)) {
  test(`the same as the command: ${name}`, async ({ page, site }) => {
    const expected = compare(request);
    await show(page, site, linkOf(request));
    const found = await lines(page).evaluateAll((rows) =>
      rows.map((row) => ({
        plan: row.getAttribute("data-plan"),
        standing: row.closest("tbody")?.className ?? "",
        times: [...row.querySelectorAll("time")].map((time) => time.getAttribute("datetime")),
        due: row.querySelector("td > div")?.textContent.replace(/\s+/g, " ").trim() ?? "",
        compared: row.querySelector("td:last-child > div")?.textContent.replace(/\s+/g, " ").trim() ?? "",
      })),
    );
    // The command's order, but for plans of the same standing without a time there is none.
    expect(found.map(({ plan, standing, times }) => ({ plan, standing, times }))).toEqual(
      expected.rows.map(({ rank_group: standing, due, result }) => ({
        plan: `${result.policy.id}/${result.plan.id}`,
        standing,
        times: due === null ? [] : [...new Set([due.earliest, due.latest ?? due.earliest])],
      })),
    );
    const latest = expected.rows.flatMap(({ rank_group: standing, due }) => (standing === "promised" && due?.latest ? [due.latest] : [])).sort();
    for (const [index, { rank, surely_sooner: sooner, rank_group: standing, due, rests_on: restsOn }] of expected.rows.entries()) {
      const { compared } = found[index] ?? { compared: "" };
      if (rank === null) expect(compared).toBe("Not ranked");
      else if (due?.latest === null) expect(compared).toBe("End open");
      else if (due?.latest === latest[0]) expect(compared).toMatch(/^Soonest/);
      else if (sooner === 0) expect(compared).toContain("No plan is surely sooner.");
      else expect(compared).toContain(sooner === 1 ? "1 plan is surely sooner." : `${String(sooner)} plans are surely sooner.`);
      expect(rank === null).toBe(standing !== "promised");
      const { length } = restsOn.assumptions;
      if (due !== null && length > 0) expect(found[index]?.due).toContain(length === 1 ? "Rests on 1 assumption" : `Rests on ${length} assumptions`);
    }
    await expect(page.getByText("These figures are not equally firm")).toHaveCount(expected.strengths_differ ? 1 : 0);
    // Each once for the plans of a revision of which it is true.
    const leftOut = expected.rows.filter(({ dropped }) => dropped.length > 0);
    await expect(page.locator("support-compare .left-out li")).toHaveCount(
      new Set(leftOut.map(({ result, dropped }) => JSON.stringify([result.policy, dropped]))).size,
    );
  });
}

test("times stand in groups by how firm they are, whichever way they are sorted", async ({ page, site }) => {
  await show(page, site, linkOf(requests["all vendors, an outage"] ?? { policy: "*", ...base }));
  const groups = (): Promise<string[]> => page.locator("support-compare .group h3").allTextContents();
  const before = await groups();
  expect(before.length).toBeGreaterThan(2);
  const promised = (): Promise<(string | null)[]> => page.locator("support-compare tbody.promised .line").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-plan")));
  const soonest = await promised();

  const button = page.getByRole("button", { name: "Answer due" });
  const header = page.getByRole("columnheader", { name: "Answer due" });
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await button.click();
  await expect(header).toHaveAttribute("aria-sort", "descending");
  expect(await promised()).toEqual(soonest.toReversed());
  expect((await groups()).slice(1)).toEqual(before.slice(1));
});

test("sorted by name or by strength it says that it is not sorted by time", async ({ page, site }) => {
  await show(page, site, linkOf({ policy: "*", ...base }));
  const order = page.locator("support-compare .order");
  await expect(order).toContainText("A span counts with its later end.");

  await page.getByRole("button", { name: "Plan", exact: true }).press("Enter");
  await expect(order).toContainText("not by time");
  await expect(page.locator("support-compare .group")).toHaveCount(0);
  const vendors = (await plansOf(page)).map((plan) => plan?.split("/")[0]);
  expect(vendors).toEqual([...vendors].sort());
  await expect(page.getByRole("columnheader", { name: "Plan" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("columnheader", { name: "Answer due" })).not.toHaveAttribute("aria-sort");

  await page.getByRole("button", { name: "Promise" }).press("Space");
  await expect(order).toContainText("how firm the promise is, not by time");
  const byPlan = new Map(compare({ policy: "*", ...base }).rows.map(({ result, promise_rank: rank }) => [`${result.policy.id}/${result.plan.id}`, rank]));
  const ranks = (await plansOf(page)).map((plan) => byPlan.get(plan ?? ""));
  expect(ranks).toEqual([...byPlan.values()].sort((a, b) => a - b));
});

test("a row leads to the calculator, which gives the same answer", async ({ page, site }) => {
  const request = requests["all vendors, an outage"] ?? { policy: "*", ...base };
  const row = compare(request).rows.find(({ result }) => result.policy.id === "scalr" && result.plan.id === "business");
  await show(page, site, linkOf(request));
  await page.locator('[data-plan="scalr/business"] a').click();
  await settled(page);
  await expect(page.locator("support-compare")).toBeHidden();
  await expect(page.locator(`support-calculator .answer time[datetime="${row?.due?.latest ?? ""}"]`).first()).toBeVisible();
  await expect(page.locator("support-calculator .entries > .banner")).toHaveCount(0);
  const entries = new URLSearchParams(new URL(page.url()).hash.slice(1));
  expect(Object.fromEntries(entries)).toMatchObject({ policy: "scalr@undated", plan: "business", at: friday, tz: zone, "impact.availability": "down" });

  await page.goBack();
  await answered(page);
  await expect(page.locator("support-calculator")).toBeHidden();
  expect((await plansOf(page)).length).toBeGreaterThan(10);
});

test("who does not know the plan is led here, with what was entered", async ({ page, open }) => {
  await open(`policy=spacelift&impact.availability=down&at=${friday}&tz=${zone}`);
  await page.getByRole("link", { name: "I do not know my plan" }).click();
  await answered(page);
  await expect(page.getByLabel("Vendor").last()).toHaveValue("spacelift");
  await expect(page.getByRole("radio", { name: "Nothing, it is down" })).toBeChecked();
  expect(await plansOf(page)).toEqual(compare({ policy: "spacelift", impact: { availability: "down" }, ...base }).rows.map(({ result }) => `${result.policy.id}/${result.plan.id}`));
});

test("entries change the answer and the address", async ({ page, site }) => {
  await show(page, site, `view=compare&at=${friday}&tz=${zone}`);
  await expect(page.locator("support-compare .order strong")).toContainText("Nothing is known");
  await page.getByRole("radio", { name: "Nothing, it is down" }).check();
  await expect(page.locator("support-compare .order strong")).toHaveCount(0);
  await page.getByLabel("Vendor").selectOption("zitadel");
  await expect(lines(page)).toHaveCount(4);
  await page.getByLabel("Time until").selectOption("update");
  await expect(page).toHaveURL(/kind=update/);
  await page.getByRole("radio", { name: "Pick the level" }).check();
  await page.getByRole("radio", { name: "Severity 1" }).check();
  await expect(page).toHaveURL(/severity=severity-1/);
  await page.getByLabel("Agreed support hours").selectOption("24x7");
  await expect(page).toHaveURL(/option\.support_hours=24x7/);
  await answered(page);
  const shown = await page.locator("support-compare table").innerText();
  await page.reload();
  await answered(page);
  expect(await page.locator("support-compare table").innerText()).toBe(shown);
  await page.getByLabel("Vendor").selectOption("");
  await expect(page).not.toHaveURL(/policy=|severity=|option/);
});

test("what a figure rests on is said in full below, and each plan without a time says why", async ({ page, site }) => {
  await show(page, site, linkOf({ policy: "stakater", severity: "p2", ...base }));
  await page.getByText("What these figures rest on").click();
  const text = page.locator("support-compare .rests-on");
  await expect(text.getByRole("heading")).toHaveText([/Stakater 2026-02-23, Premium$/, /Stakater 2026-02-23, Standard$/]);
  await expect(text.locator("dl")).toHaveText(/Time zone of the vendor\s*Europe\/Stockholm\s*Public holidays\s*No public holidays\s*Working hours\s*09:00-17:00/);
  await expect(text).toContainText("Business hours have no clock times, zone or country");

  await show(page, site, linkOf({ policy: "zitadel", severity: "severity-3", options: { support_hours: "24x7" }, ...base }));
  await expect(page.locator('[data-plan="zitadel/free"] td').first()).toContainText("This plan does not include it.");
  await expect(page.locator('[data-plan="zitadel/production"] td').first()).toContainText("The vendor will try, and names no time.");
  await expect(page.locator("support-compare .left-out li")).toHaveText(["ZITADEL 2023-11-15, Production, Free: no such option “support_hours”"]);
});

test("a draft is no promise and was not published", async ({ page, site }) => {
  await show(page, site, linkOf({ policy: "controlplane-flux@2024-06-19", severity: "level-1", ...base }));
  await expect(page.locator("support-compare tbody.open .line")).toHaveCount(1);
  await expect(lines(page).locator(".chip")).toHaveText(["Draft, never published", "Target in a draft"]);
});

test("asked is what still decides under some plan, and what was answered", async ({ page, site }) => {
  const asked = async (): Promise<string[]> => {
    const names = await page.locator("support-compare input[name^=impact-]").evaluateAll((all) => all.map((each) => each.getAttribute("name") ?? ""));
    return names.map((name) => name.replace("impact-", ""));
  };
  await show(page, site, linkOf({ policy: "zitadel@2023-10-06", impact: { request: "incident", availability: "degraded" }, ...base }));
  expect(await asked()).toContain("core_function");
  // A product that is down hits every function of it.
  await page.getByRole("radio", { name: "Nothing, it is down" }).check();
  await answered(page);
  expect(await asked()).toEqual(expect.arrayContaining(["request", "availability"]));
  expect(await asked()).not.toContain("core_function");
});

test("a topic and a maturity are said in words, and a plan that does not cover them is no promise", async ({ page, site }) => {
  await show(page, site, "view=compare&policy=zitadel@2023-10-06&severity=severity-1");
  const production = page.locator("support-compare [data-plan='zitadel/extended-sla']");
  await expect(production.locator("time")).toHaveCount(1);
  await page.locator("support-compare").getByLabel("Maturity of the feature").selectOption("alpha");
  await answered(page);
  await expect(production).toContainText("Out of scope");
  await expect(production.locator("time")).toHaveCount(0);
  await expect(production).not.toContainText("business hour");
  await expect(page).toHaveURL(/maturity=alpha/);
  await expect(production.getByRole("link")).toHaveAttribute("href", /maturity=alpha/);
  await page.locator("support-compare").getByLabel("Maturity of the feature").selectOption("ga");
  await answered(page);
  await expect(production).toContainText("In scope");
  await expect(production.locator("time")).toHaveCount(1);
});

test("a time on a condition names it", async ({ page, site }) => {
  await show(page, site, "view=compare&policy=controlplane-flux@2026-07-24&severity=severity-1&kind=vulnerability-fix");
  const promise = page.locator("support-compare [data-plan='controlplane-flux/cpef-10'] .promise").first();
  await expect(promise).toContainText(
    "72 hours, only on this condition: Vulnerability framework agreed: Standard remediation; CVSS score of the vulnerability: 9.0 to 10.0",
  );
  await expect(promise.locator(".chip-firm")).toHaveCount(0);
});

test("one hour is not shown without saying that it takes a call", async ({ page, site }) => {
  await show(page, site, "view=compare&policy=controlplane-flux@2026-07-24&severity=severity-1");
  await expect(page.locator("support-compare [data-plan='controlplane-flux/cpef-10'] .promise").first()).toHaveText(/1 hour, only on this condition: Filed through: Phone\s*Only for cases opened by phone\.$/);
});

test("across vendors, only what several of them name can be asked about", async ({ page, site }) => {
  await show(page, site, "view=compare");
  const topics = page.locator("support-compare #topic option");
  const ids = await topics.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(ids).toContain("training"); // ControlPlane and Spacelift
  expect(ids).not.toContain("vcs-events"); // Spacelift alone
  expect(new Set(ids).size).toBe(ids.length);
});

test("an open value of the contract fills in when it is given", async ({ page, site }) => {
  await show(page, site, linkOf({ policy: "zitadel@2023-10-06", severity: "severity-1", ...base }));
  const row = page.locator('[data-plan="zitadel/custom"]');
  await expect(row.locator("time")).toHaveCount(0);
  await page.getByLabel("Agreed support hours").selectOption("24x7");
  await page.getByLabel(/Agreed Severity 1 response/).fill("30");
  await page.getByLabel(/Agreed Severity 1 response/).press("Tab");
  await expect(row.locator("time")).toHaveAttribute("datetime", "2026-11-20T16:00:00Z");
});

test("a number out of range is pointed out, kept as typed, and not used", async ({ page, site }) => {
  await show(page, site, linkOf({ policy: "zitadel@2023-10-06", severity: "severity-1", options: { support_hours: "24x7" }, ...base }));
  const field = page.getByLabel(/Agreed Severity 1 response/);
  await field.fill("99999");
  await field.press("Tab");
  await answered(page);
  await expect(field).toHaveValue("99999");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/\u201c99999\u201d/);
  await expect(page.locator('[data-plan="zitadel/custom"] time')).toHaveCount(0);
  await page.getByLabel("Agreed support hours").selectOption("business");
  await answered(page);
  await expect(field).toHaveValue("99999");

  await field.fill("30");
  await field.press("Tab");
  await answered(page);
  await expect(field).not.toHaveAttribute("aria-invalid");
  await expect(page.locator('[data-plan="zitadel/custom"] time')).toHaveCount(1);
});

test("what a link says and nobody knows is named", async ({ page, site }) => {
  await show(page, site, "view=compare&policy=acme&colour=red&impact.weather=fine&impact.environment=moon&tz=Middle/Earth&at=2026-13-45T99:99:99Z");
  const banner = page.locator("support-compare .entries > .banner");
  for (const part of ["policy", "colour", "impact.weather", "impact.environment", "tz", "at"]) await expect(banner).toContainText(part);
  expect((await plansOf(page)).length).toBeGreaterThan(10);
});

// --- the views of the page

test("switching views moves focus, title and address, and back is back", async ({ page, open }) => {
  await open(`policy=scalr&plan=business&at=${friday}&tz=${zone}`);
  const calculator = await page.title();
  const nav = page.getByRole("navigation", { name: "Views" });
  await expect(nav.getByRole("link", { name: "Calculator" })).toHaveAttribute("aria-current", "page");
  await nav.getByRole("link", { name: "Compare" }).press("Enter");
  await answered(page);
  await expect(page).toHaveTitle("supportcalc: Compare");
  await expect(page.getByRole("heading", { name: "Compare plans" })).toBeFocused();
  await expect(nav.locator("[aria-current]")).toHaveText("Compare");
  await nav.getByRole("link", { name: "Audit" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Audit tickets" })).toBeFocused();
  await expect(page).toHaveTitle("supportcalc: Audit");
  await expect(page.locator("support-compare")).toBeHidden();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Compare plans" })).toBeFocused();
  await page.goBack();
  await expect(page.locator("#main")).toBeFocused();
  await expect(page).toHaveTitle(calculator);
  await expect(page.locator("support-calculator .answer, support-calculator .candidates").first()).toBeVisible();
});

test("the skip link leads past the header in every view", async ({ page, site }) => {
  await show(page, site, "view=compare");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Compare plans" })).toBeFocused();
});

test("nothing of the other views is fetched for the calculator", async ({ page, open }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(`policy=scalr&plan=business`);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => /reports|compare|audit|fields/.test(path))).toEqual([]);
  expect(asked.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
});

test("the language changes in place", async ({ page, site }) => {
  await show(page, site, linkOf({ policy: "*", impact: outage, ...base }));
  const before = await plansOf(page);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Pläne vergleichen" })).toBeVisible();
  await expect(page.locator("support-compare .group h3").first()).toHaveText("Zugesagt, das Früheste zuerst");
  expect(await plansOf(page)).toEqual(before);
});

test("when the module cannot be had, it says so", async ({ page, site, complaints }) => {
  await page.route(/supportcalc-reports.*\.wasm/, (route) => route.abort());
  await show(page, site, "view=compare");
  await expect(page.locator("support-compare .problem")).toContainText("This cannot run here");
  await expect(lines(page)).toHaveCount(0);
  complaints.messages.length = 0;
});

// --- for everyone

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page: Page, what: "everything" | "colours"): Promise<unknown[]> {
  const axe = axeOf(page);
  const found = await (what === "colours" ? axe.withRules(["color-contrast"]) : axe.withTags(everything)).analyze();
  return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) }));
}

const states: Record<string, string> = {
  outage: linkOf({ policy: "*", impact: outage, ...base }),
  ranges: linkOf({ policy: "stakater", severity: "p4", ...base }),
  "bad link": "view=compare&policy=acme&colour=red&impact.availability=down",
};

for (const [name, link] of Object.entries(states)) {
  for (const look of ["light", "dark", "forced colours", "narrow", "German"] as const) {
    test(`axe: ${name}, ${look}`, async ({ browser, site }) => {
      test.slow(); // axe looks at every cell
      const context = await browser.newContext({
        colorScheme: look === "dark" ? "dark" : "light",
        forcedColors: look === "forced colours" ? "active" : "none",
        locale: look === "German" ? "de-DE" : "en-GB",
        viewport: look === "narrow" ? { width: 320, height: 640 } : { width: 1280, height: 900 },
      });
      const page = await context.newPage();
      await show(page, site, link);
      await page.locator("support-compare details").evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      expect(await violations(page, look === "dark" || look === "forced colours" ? "colours" : "everything")).toEqual([]);
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
