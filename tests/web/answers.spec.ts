// What the page shows is what the command line answers, for all vendors.
import type { Evaluation, Target } from "#wasm";
import type { Locator, Page } from "@playwright/test";
import { cases, linkOf } from "./cases.ts";
import { ask, expect, test } from "./fixtures.ts";

// Before every ticket, so that escalation counts from filing in both.
const before = new Date("2022-01-01T00:00:00Z");

function written(wall: string): { day: string; time: string } {
  const shifted = new Date(`${wall.slice(0, 19)}Z`);
  const seconds = shifted.getUTCSeconds() !== 0;
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(shifted);
  return {
    day: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    time: format({ hour: "2-digit", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}) }),
  };
}

async function instants(place: Locator): Promise<string[]> {
  const times = await place.locator("time:visible").all();
  return Promise.all(times.map(async (time) => (await time.getAttribute("datetime")) ?? ""));
}

function ends(target: Pick<Target, "due">): string[] {
  if (target.due === null) return [];
  const { earliest, latest } = target.due;
  return latest === null || earliest === latest ? [earliest] : [earliest, latest];
}

// The first response of the decided level leads, the others follow in the core's order.
function leadFirst(targets: Target[]): Target[] {
  const lead = targets.find(({ kind }) => kind === "first-response") ?? targets[0];
  return lead ? [lead, ...targets.filter((target) => target !== lead)] : [];
}

async function expectDecided(page: Page, result: Evaluation): Promise<void> {
  const answer = page.locator(".answer");
  const ordered = leadFirst(result.targets);
  expect(await instants(answer)).toEqual(ordered.flatMap(ends));
  const due = ordered[0]?.due;
  if (!due) {
    await expect(answer.locator(".no-due").first()).toBeVisible();
    return;
  }
  if (due.earliest !== due.latest) return;
  const visitor = written(due.visitor_local ?? "");
  await expect(answer.locator(".moment-day").first()).toHaveText(visitor.day);
  await expect(answer.locator(".moment-time").first()).toHaveText(visitor.time);
  const vendor = written(due.vendor_local ?? "");
  await expect(answer.locator(".moment-vendor").first()).toContainText(`${vendor.day}, ${vendor.time}`);
  await expect(answer.locator(".moment-vendor").first()).toContainText((due.vendor_time_zone ?? "").replaceAll("_", " "));
}

async function expectCandidates(page: Page, result: Evaluation): Promise<void> {
  const candidates = page.locator(".candidate");
  await expect(candidates).toHaveCount(result.severity.candidates.length);
  for (const [index, id] of result.severity.candidates.entries()) {
    const targets = leadFirst(result.targets.filter(({ severity }) => severity === id));
    expect(await instants(candidates.nth(index))).toEqual(targets.flatMap(ends));
  }
}

for (const { name, request } of cases) {
  test(name, async ({ page, open }) => {
    await page.clock.setFixedTime(before);
    await open(linkOf(request));
    const result = ask(request);

    if (result.severity.id === null && result.severity.candidates.length > 0) await expectCandidates(page, result);
    else await expectDecided(page, result);

    const steps = page.locator(".step");
    await expect(steps).toHaveCount(result.escalation.length);
    for (const [index, step] of result.escalation.entries()) expect(await instants(steps.nth(index))).toEqual(ends(step));

    await expect(page.locator(".channel")).toHaveCount(result.channels.length);
    await expect(page.locator(".section-ticket .checklist > li")).toHaveCount(result.ticket.length);
    await expect(page.locator(".open-point")).toHaveCount(result.notices.filter(({ id }) => id === "ambiguity").length);
    await expect(page.locator(".warnings > li")).toHaveCount(result.notices.filter(({ id }) => id !== "ambiguity").length);
    const used = result.assumptions.filter((assumption) => assumption.used);
    for (const { value } of used) {
      if (value.includes("/")) await expect(page.locator(".section-open")).toContainText(value);
    }
    await expect(page.locator(".section-sources")).toContainText(result.policy.revision);
  });
}

// As the documents have it: zitadel, controlplane-flux, scalr, spacelift, stakater.
const revisionsOn: Record<string, string[]> = {
  "2021-06-01": ["2023-10-06", "2026-07-24", "undated", "2022-07-06", "2026-02-23"],
  "2023-10-20": ["2023-10-06", "2026-07-24", "undated", "2023-05-15", "2026-02-23"],
  "2024-08-01": ["2023-11-15", "2026-07-24", "undated", "2023-05-15", "2026-02-23"],
  "2026-11-20": ["2023-11-15", "2026-07-24", "undated", "2024-11-20", "2026-02-23"],
};

// Days before there was any, between two, and after all: the newest is not always the one in force.
for (const [day, expected] of Object.entries(revisionsOn)) {
  test(`the first choice of a revision on ${day} is the core's`, async ({ page, open }) => {
    await page.clock.setFixedTime(`${day}T12:00:00Z`);
    const revisions: string[] = [];
    for (const policy of ["zitadel", "controlplane-flux", "scalr", "spacelift", "stakater"]) {
      await open(`policy=${policy}`);
      const plan = await page.locator(".field-plan input").first().getAttribute("value");
      const result = ask({ policy, plan: plan ?? "", submitted_at: `${day}T12:00:00Z` });
      await expect.poll(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get("policy")).toBe(`${policy}@${result.policy.revision}`);
      revisions.push(result.policy.revision);
      await page.goto("about:blank");
    }
    expect(revisions).toEqual(expected);
  });
}
