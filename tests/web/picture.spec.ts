// The cliff, the timeline and the week map show what the command line answers, and can be read without seeing them.
import type { Locator, Page } from "@playwright/test";
import type { Evaluation, TicketRequest, Timeline, WeekMap } from "#wasm";
import { cases, linkOf } from "./cases.ts";
import { ask, expect, settled, test } from "./fixtures.ts";

// Before every ticket, so that "now" is none of the events and escalation counts from filing.
const before = new Date("2022-01-01T00:00:00Z");
const pictured = [
  "ZITADEL, one business hour over a weekend",
  "ControlPlane, business hours under an assumed holiday list",
  "Scalr, a business day nobody defines is a range",
  "Scalr, every level possible",
  "Spacelift, day and night",
  "Spacelift, business hours over Thanksgiving",
  "Stakater, a range in business days",
];

const easter = "policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-1&at=2026-04-02T14:30:00Z&tz=Asia/Tokyo";

/** The pictures of a target, or of the first that has a due. */
function answer(request: TicketRequest, target?: number): Evaluation & { timeline: Timeline; week_map: WeekMap } {
  const first = ask(request).targets.findIndex(({ due }) => due !== null);
  const result = ask({ ...request, include: ["timeline", "week_map", "cliff"], target: target ?? first });
  const { timeline, week_map } = result;
  if (!timeline || !week_map) throw new Error("no target has a due");
  return { ...result, timeline, week_map };
}

/** "Fri 20 Nov, 15:30" of "2026-11-20T15:30:00+09:00" */
function written(wall: string): string {
  const shifted = new Date(`${wall.slice(0, 19)}Z`);
  const part = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(shifted);
  return `${part({ weekday: "short", day: "numeric", month: "short" })}, ${wall.slice(11, 16)}`;
}

function dayNumber(wall: string): number {
  return Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) / 86_400_000;
}

/** Each day of the visitor's that a stretch touches is a piece of it. */
function piecesOf({ stretches }: Timeline): string[] {
  return stretches.flatMap(({ reason, visitor_local }) => {
    const [from, to] = [visitor_local?.from ?? "", visitor_local?.to ?? ""];
    const whole = to.slice(11, 19) === "00:00:00" ? 0 : 1;
    return Array.from({ length: dayNumber(to) + whole - dayNumber(from) }, () => reason);
  });
}

function attributes(place: Locator, name: string): Promise<(string | null)[]> {
  return place.evaluateAll((elements, wanted) => elements.map((element) => element.getAttribute(wanted)), name);
}

async function expectTimeline(page: Page, timeline: Timeline): Promise<void> {
  const pieces = await attributes(page.locator(".clock-day .piece"), "class");
  expect(pieces.map((name) => name?.replace("piece piece-", "")).sort()).toEqual(piecesOf(timeline).sort());
  await expect(page.locator(".clock-day .mark")).toHaveCount(2 * timeline.events.length); // on the strip, and beside the words
  const instants = [...timeline.events.map(({ at }) => at), ...timeline.stretches.map(({ from }) => from), ...new Set(timeline.changes.map(({ at }) => at))];
  expect(await attributes(page.locator(".clock-list time"), "datetime")).toEqual(instants.sort());
  const times = await page.locator(".clock-list time").allTextContents();
  const locals = [
    ...timeline.events.map(({ visitor_local = "" }) => visitor_local),
    ...timeline.stretches.map(({ visitor_local }) => visitor_local?.from ?? ""),
    ...new Map(timeline.changes.map(({ at, visitor_local = "" }) => [at, visitor_local])).values(),
  ];
  expect(times).toEqual(locals.sort((a, b) => Date.parse(a) - Date.parse(b)).map(written));
}

async function expectWeek(page: Page, { cells }: WeekMap): Promise<void> {
  const shown = page.locator(".week [data-cell]");
  await expect(shown).toHaveCount(cells.length);
  const found = await page.locator(".week").evaluate((table) =>
    [...table.querySelectorAll("tbody tr")].flatMap((line) =>
      [...line.querySelectorAll("td")].map((cell, column) => ({
        cell: Number(cell.dataset.cell),
        hour: line.querySelector("th")?.textContent.slice(0, 2),
        column,
        words: cell.ariaLabel ?? "",
      })),
    ),
  );
  const figures = await page.locator(".week-figures tbody td").allTextContents();
  const hm = (seconds: number): string => `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, "0")}`;
  const monday = dayNumber(cells[0]?.local ?? "");
  // Beside these, cells without a figure, which have no number.
  expect(found.map(({ cell }) => cell).filter((cell) => !Number.isNaN(cell)).sort((a, b) => a - b)).toEqual([...cells.keys()]);
  for (const [place, { cell, hour, column, words }] of found.entries()) {
    const given = cells[cell];
    if (!given) continue;
    expect({ cell, hour, column }).toEqual({ cell, hour: given.local.slice(11, 13), column: dayNumber(given.local) - monday });
    const ends = [...new Set([given.shortest_seconds, given.longest_seconds])];
    expect(figures[place]).toBe(ends.map(hm).join("–"));
    const days = Math.floor(given.longest_seconds / 86_400);
    if (days > 0) expect(words).toContain(days === 1 ? "1 day" : `${days} days`);
  }
}

for (const name of pictured) {
  test(`the picture of: ${name}`, async ({ page, open }) => {
    const request = cases.find((item) => item.name === name)?.request;
    if (!request) throw new Error(name);
    await page.clock.setFixedTime(before);
    await open(linkOf(request));
    const { timeline, week_map } = answer(request);
    await expectTimeline(page, timeline);
    await expectWeek(page, week_map);
  });
}

test("while the level is open, each target has its picture, chosen by name", async ({ page, open }) => {
  const request: TicketRequest = {
    policy: "stakater@2026-02-23",
    plan: "premium",
    impact: { environment: "production" },
    submitted_at: "2026-11-20T15:30:00Z",
    visitor_time_zone: "Asia/Tokyo",
  };
  await page.clock.setFixedTime(before);
  await open(linkOf(request));
  const { targets } = answer(request);
  const dues = targets.flatMap(({ due }, index) => (due === null ? [] : [index]));
  const clock = page.getByLabel("Show the clock of");
  expect(await attributes(clock.locator("option"), "value")).toEqual(dues.map(String));
  for (const target of dues) {
    await clock.selectOption(String(target));
    await settled(page);
    const { timeline, week_map } = answer(request, target);
    await expectTimeline(page, timeline);
    await expectWeek(page, week_map);
    await expect(clock).toHaveValue(String(target));
  }
  // Another minute, another answer: what was chosen stays while there is such a target.
  const chosen = dues.at(-1) ?? 0;
  await page.getByLabel("Your time zone").fill("UTC");
  await page.getByLabel("Your time zone").press("Tab");
  await settled(page);
  await expect(clock).toHaveValue(String(chosen));
});

test("without a due there is no picture, and with none stated none is invented", async ({ page, open }) => {
  await open("policy=zitadel@2023-10-06&plan=default&severity=severity-1&at=2026-11-20T15:30:00Z");
  await expect(page.locator(".answer .no-due").first()).toBeVisible();
  await expect(page.locator(".section-clock, .section-week, .cliff")).toHaveCount(0);
});

test("holidays are named, and every strip says in words what it shows", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-04-02T14:40:00Z"));
  await open(easter);
  const days = page.locator(".clock-day");
  // Nobody has escalated: no reply to that is drawn.
  await expect(days).toHaveCount(6);
  await expect(days.nth(1)).toContainText("Good Friday");
  await expect(days.nth(4)).toContainText("Easter Monday");
  await expect(days.nth(2).getByRole("img")).toHaveAccessibleName("Sat 4 Apr: Good Friday from 00:00 to 07:00; No business day from 07:00 to midnight");
  await expect(days.nth(0).locator(".clock-events")).toContainText("23:40 Now");
  await expect(days.nth(5).locator(".clock-events")).toContainText("15:30 First response due");
  await expect(days.nth(5).locator(".clock-events")).not.toContainText("escalation");
});

test("an escalation that was taken is answered at the same instants in picture, list and steps", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-04-07T08:00:00Z"));
  const steps = page.locator(".clock-list tr:has(.mark-step) time");
  await open(easter);
  await expect(page.locator(".step time:visible").first()).toBeVisible();
  await expect(steps).toHaveCount(0);
  await open(`${easter}&escalated=2026-04-07T07:00:00Z`);
  await expect(steps).toHaveCount(3);
  await expect(page.locator(".clock-events li", { hasText: "Escalated" })).toHaveText(/16:00 Escalated/);
  const listed = await attributes(page.locator(".step time:visible"), "datetime");
  expect(listed.toSorted()).toEqual(["2026-04-07T09:00:00Z", "2026-04-08T07:00:00Z", "2026-04-08T15:00:00Z"]);
  expect(await attributes(steps, "datetime")).toEqual(listed.toSorted());
});

test("what is conditional says so in picture and list, and is drawn hollow", async ({ page, open }) => {
  await page.clock.setFixedTime(before);
  await open("policy=controlplane-flux@2026-07-24&plan=cpef-10&severity=severity-1&at=2026-11-23T15:30:00Z&tz=Europe/London");
  const due = (words: string): Locator => page.locator(".clock-events li", { hasText: words });
  await expect(due("Vulnerability fix due (on a condition)").locator(".mark-conditional")).toHaveCount(1);
  await expect(page.locator(".clock-list tr", { hasText: "Vulnerability fix due (on a condition)" })).toHaveCount(1);
  await expect(due("First response due").locator(".mark-conditional")).toHaveCount(0);
  await expect(page.getByLabel("Show the clock of").locator("option").last()).toHaveText("Vulnerability fix (on a condition) (72 hours)");
});

test("in German, holidays have their German names", async ({ page, open }) => {
  await open(easter);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator(".clock-day").nth(1)).toContainText("Karfreitag");
});

test("a range is a band from its earliest to its latest end", async ({ page, open }) => {
  await page.clock.setFixedTime(before);
  await open("policy=scalr@undated&plan=business&severity=p3&at=2026-11-18T15:30:00Z&tz=UTC");
  const days = page.locator(".clock-day");
  await expect(days.nth(1).locator(".band")).toHaveAttribute("x", "64.583%"); // 15:30
  await expect(days.nth(1).locator(".band")).toHaveAttribute("width", "35.417%");
  await expect(days.nth(1).locator(".clock-events")).toContainText("15:30 First response due at the earliest");
  await expect(days.nth(2).locator(".clock-events")).toContainText("00:00 First response due at the latest");
});

test("a clock change is named, and the hour it leaves out is no hour of the week", async ({ page, open }) => {
  await page.clock.setFixedTime(before);
  await open("policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-4&at=2026-03-27T15:30:00Z&tz=Europe/London");
  await expect(page.locator(".clock-day").nth(2).locator(".clock-events")).toContainText("02:00 Clocks go forward in Europe/Zurich, to UTC+2; Clocks go forward in Europe/London, to UTC+1");
  await expect(page.locator(".week [data-cell]")).toHaveCount(167);
  await expect(page.getByRole("gridcell", { name: /does not exist/ })).toHaveCount(1);
});

test("the hour that comes twice has two lines", async ({ page, open }) => {
  await page.clock.setFixedTime(before);
  await open("policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-1&at=2026-10-21T10:00:00Z&tz=Europe/Zurich");
  await expect(page.locator(".week [data-cell]")).toHaveCount(169);
  await expect(page.locator(".week tbody tr")).toHaveCount(25);
  await expect(page.locator(".week").getByRole("rowheader", { name: "02:00" })).toHaveCount(2);
});

test("many quiet days are one strip, with their holidays", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-04-14T09:00:00Z"));
  await open("policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-2&at=2026-04-01T14:30:00Z&tz=Europe/Zurich");
  const long = page.locator(".strip-long");
  await expect(long).toHaveCount(1);
  const row = page.locator(".clock-day", { has: long });
  await expect(row).toContainText("Fri 3 Apr to Mon 13 Apr, 11 days");
  await expect(row).toContainText("Good Friday (Fri 3 Apr)");
  await expect(row).toContainText("Easter Monday (Mon 6 Apr)");
});

test("a ticket of long ago is shown without today", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2029-04-02T09:00:00Z"));
  await open(easter);
  await expect(page.locator(".clock-list")).not.toContainText("Now");
  await expect(page.locator(".strip-long")).toHaveCount(0);
});

test("the last moment of filing is named with what a minute more costs", async ({ page, open }) => {
  const link = "policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-1&tz=Europe/Zurich";
  await page.clock.setFixedTime(new Date("2026-01-07T14:42:00Z"));
  await open(link);
  await expect(page.locator(".cliff")).toHaveText(
    "First response: File no later than today at 16:00 (in 18 minutes), and it is due today at 17:00. A minute later, it is due tomorrow at 08:01.",
  );
  await page.goto("about:blank");
  await page.clock.setFixedTime(new Date("2026-01-09T14:42:00Z")); // a Friday
  await open(link);
  await expect(page.locator(".cliff")).toContainText("A minute later, it is due on Mon, 12 Jan 2026 at 08:01.");
});

test("a ticket that has been filed has no last moment of filing", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-01-07T14:42:00Z"));
  await open("policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-1&tz=Europe/Zurich&at=2026-01-07T14:30:00Z");
  await expect(page.locator(".section-clock")).toBeVisible();
  await expect(page.locator(".cliff")).toHaveCount(0);
});

test("the hours of the week by keyboard, pointer and tap", async ({ page, open }) => {
  await page.clock.setFixedTime(before);
  await open(easter);
  const cell = (index: number): Locator => page.locator(`.week [data-cell="${index}"]`);
  const filed = page.locator(".week-readout dd").first();
  // One stop of the Tab key: the hour of the ticket, Thursday 23:00.
  await expect(page.locator('.week [tabindex="0"]')).toHaveCount(1);
  await expect(cell(3 * 24 + 23)).toHaveAttribute("tabindex", "0");
  await expect(filed).toHaveText("Thu, 2 Apr 2026, 23:00");
  await cell(3 * 24 + 23).focus();

  // Wide: hours from left to right.
  await page.keyboard.press("ArrowDown");
  await expect(cell(4 * 24 + 23)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(cell(4 * 24 + 22)).toBeFocused();
  await expect(filed).toHaveText("Fri, 3 Apr 2026, 22:00");
  await page.keyboard.press("Home");
  await expect(cell(4 * 24)).toBeFocused();
  await page.keyboard.press("End");
  await expect(cell(4 * 24 + 23)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell(4 * 24 + 23)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(cell(0)).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(cell(167)).toBeFocused();
  await expect(page.locator('.week [tabindex="0"]')).toHaveCount(1);

  await cell(12).hover();
  await expect(filed).toHaveText("Mon, 30 Mar 2026, 12:00");
  await expect(page.locator(".week-wait")).toHaveText("4 hours");
  await page.locator("h1").hover();
  await expect(filed).toHaveText("Sun, 5 Apr 2026, 23:00");
  await cell(30).click();
  await page.locator("h1").hover();
  await expect(filed).toHaveText("Tue, 31 Mar 2026, 06:00");

  // Narrow: hours from top to bottom.
  await page.setViewportSize({ width: 320, height: 640 });
  await cell(30).focus();
  await page.keyboard.press("ArrowDown");
  await expect(cell(31)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell(2 * 24 + 7)).toBeFocused();
  const box = await cell(31).boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
});

test("the picture follows the entries and never stands beside another answer", async ({ page, open }) => {
  await page.clock.setFixedTime(before);
  await open(easter);
  await page.getByLabel(/^Severity 2/).check();
  await settled(page);
  const due = await page.locator(".answer .moment-main time").first().getAttribute("datetime");
  expect(await attributes(page.locator(".clock-list tr:has(.mark-due) time"), "datetime")).toEqual([due]);
});

test("on paper the strips and the map keep their patterns, and the controls go", async ({ page, open }) => {
  await open(easter);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".strip").first()).toBeVisible();
  await expect(page.locator(".week-figures")).toBeHidden();
  expect(await page.locator(".week .step-4").first().evaluate((cell) => getComputedStyle(cell).printColorAdjust)).toBe("exact");
});

test("no label lies over another", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-04-02T14:40:00Z"));
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await open(easter);
    const overlaps = await page.locator(".section-clock").evaluate((card) => {
      const labels = [...card.querySelectorAll(".clock-date, .clock-events li, .clock-axis text, .clock-axis-name, .legend li")].map((label) => ({
        text: label.textContent.trim(),
        box: label.getBoundingClientRect(),
      }));
      return labels.flatMap((a, index) =>
        labels
          .slice(index + 1)
          .filter(({ box }) => a.box.left < box.right - 1 && box.left < a.box.right - 1 && a.box.top < box.bottom - 1 && box.top < a.box.bottom - 1)
          .map(({ text }) => `${a.text} / ${text}`),
      );
    });
    expect(overlaps).toEqual([]);
    await page.goto("about:blank");
  }
});
