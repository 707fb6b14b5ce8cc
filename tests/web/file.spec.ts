// Filing the ticket and what comes after: its text, mail, calendar, print, link; escalation, late answers, versions.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Evaluation } from "#wasm";
import type { Policy } from "../../web/src/files/policy.ts";
import { sourceAddress } from "../../web/src/words/source-address.ts";
import { fitting } from "../support/results.mjs";
import { parseCalendar, textOf, valueOf, type Component } from "./calendar-parser.ts";
import { ask, axeMilliseconds, axeOf, dist, expect, settled, supportcalc, test } from "./fixtures.ts";

const zitadel = "policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-1&at=2026-04-02T14:30:00Z&tz=Asia/Tokyo";
const request = {
  policy: "zitadel@2023-10-06",
  plan: "extended-sla",
  severity: "severity-1",
  submitted_at: "2026-04-02T14:30:00Z",
  visitor_time_zone: "Asia/Tokyo",
};
const decided =
  "policy=zitadel@2023-10-06&plan=extended-sla&at=2026-04-02T14:30:00Z&tz=Asia/Tokyo" +
  "&impact.availability=down&impact.core_function=yes&impact.workaround=none";
// An outage at a vendor that wants Severity 1 opened by phone and times the fixing of vulnerabilities, too.
const controlplane = "policy=controlplane-flux@2026-07-24&plan=cpef-10&severity=severity-1&at=2026-11-23T15:30:00Z&tz=Asia/Tokyo";
const range = "policy=scalr@undated&plan=business&severity=p3&at=2026-11-20T15:30:00Z&tz=Asia/Tokyo";

const at = async (page: Page, time: string): Promise<void> => {
  await page.clock.setFixedTime(new Date(time));
};
const text = (page: Page) => page.getByLabel("Text of the ticket");
const entry = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const hash = (page: Page) => new URL(page.url()).hash.slice(1);

async function download(page: Page): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Calendar file/ }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

const events = (calendar: Component): Component[] => calendar.parts.filter(({ name }) => name === "VEVENT");
const basic = (instant: string): string => instant.replace(/[-:]/g, "");

// --- the text of the ticket

test("the text has what was entered and a heading for the rest", async ({ page, open }) => {
  await open(decided);
  const words = await text(page).inputValue();
  for (const part of [
    "ZITADEL, Extended SLA",
    "Your first estimate of the severity:\nSeverity 1 (Critical / Service down)\nBy the definitions of your policy",
    "What the impact is:\n- Availability: Nothing, it is down\n- Core function hit: Yes\n- Workaround: No\n",
    "Description of the issue:\n…",
    "Steps to reproduce:\n…",
    "Filed: Thursday, 2 April 2026, 23:30 (Asia/Tokyo, UTC+9)",
    "First response: Tuesday, 7 April 2026, 15:30 (Asia/Tokyo, UTC+9) / Tuesday, 7 April 2026, 08:30 (Europe/Zurich, UTC+2)",
    "2023-10-06",
    page.url(),
  ])
    expect(words).toContain(part);
  // A rule about tickets is on the checklist and is nothing to write.
  await expect(page.locator(".checklist")).toContainText("One problem, issue or request per ticket");
  expect(words).not.toContain("One problem, issue or request per ticket");
});

test("as Markdown the headings are headings and a policy's signs are only signs", async ({ page, open }) => {
  await open(decided);
  await page.getByLabel("Markdown").check();
  const words = await text(page).inputValue();
  expect(words).toContain("### Description of the issue\n\n…");
  expect(words).toContain("### Your first estimate of the severity\n\nSeverity 1 (Critical / Service down)");
  expect(words).toContain("- Availability: Nothing, it is down\n");
  expect(words).toContain(`<${page.url()}>`);
});

test("a range is named at both ends, and nothing is named that nobody promised", async ({ page, open }) => {
  await open(range);
  const words = await text(page).inputValue();
  const due = ask({ policy: "scalr@undated", plan: "business", severity: "p3", submitted_at: "2026-11-20T15:30:00Z" }).targets[0]?.due;
  expect(due?.earliest).not.toBe(due?.latest);
  expect(words).toContain("First response: Earliest: Tuesday, 24 November 2026, 00:30");
  expect(words).toContain("First response: Latest: Tuesday, 24 November 2026, 09:00");
  await open("policy=zitadel@2023-10-06&plan=default&severity=severity-1&tz=Asia/Tokyo");
  await expect(text(page)).toHaveValue(/Times:\n- Filed: [^\n]*\n\nBy the policy/);
});

test("a time on a condition says so, and a channel that the level requires is named", async ({ page, open }) => {
  await open(`${controlplane}&option.region=emea-gmt`);
  const words = await text(page).inputValue();
  expect(words).toContain("Filed through:\nPhone, which the policy requires for this level\n");
  expect(words).toContain("- First response: Tuesday, 24 November 2026, 01:30 (Asia/Tokyo, UTC+9) / Monday, 23 November 2026, 16:30 (Europe/London, UTC)\n");
  const fixes = words.split("\n").filter((line) => line.startsWith("- Vulnerability fix"));
  expect(fixes).toHaveLength(5); // one of them is a range, and two wait for the public patch
  for (const line of fixes) {
    expect(line).toMatch(/\(Only on this condition: Vulnerability framework agreed: (Standard|Upstream patch) remediation; CVSS score of the vulnerability: .*\)$/);
  }
  expect(fixes.filter((line) => line.includes("Not before"))).toHaveLength(2);
  for (const line of fixes) expect(line.includes("The clock waits for the public patch.")).toBe(line.includes("Upstream"));
});

test("what was written by hand is kept until it is given up", async ({ page, open }) => {
  await open(zitadel);
  await text(page).fill("It is down.");
  await expect(page.locator(".file-text")).toContainText("You have changed this text.");
  await page.locator(".entries").getByLabel(/^Severity 2/).check();
  await settled(page);
  await expect(text(page)).toHaveValue("It is down.");
  await expect(page.locator(".file-text .banner")).toContainText("still your text");
  await page.getByRole("button", { name: "Start again from the entries" }).click();
  await expect(text(page)).toHaveValue(/Severity 2/);
});

test("copying says so, and marks the text where it is not allowed", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(zitadel);
  const note = page.locator(".file-text .copied");
  await expect(note).toHaveAttribute("aria-live", "polite");
  await page.getByRole("button", { name: "Copy the text" }).click();
  await expect(note).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await text(page).inputValue());

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await page.getByRole("button", { name: "Copy the text" }).click();
  await expect(note).toContainText("copy it by hand");
  await expect(text(page)).toBeFocused();
  const marked = await text(page).evaluate((field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart);
  expect(marked).toBe(copied.length);
});

// --- mail

async function mailLink(page: Page): Promise<URL> {
  return new URL((await page.locator("a[href^='mailto:'].button").getAttribute("href")) ?? "");
}

test("mail goes to the plan's channel, with subject and text", async ({ page, open }) => {
  await open(zitadel);
  const link = await mailLink(page);
  expect(link.pathname).toBe("support@zitadel.com");
  expect(link.searchParams.get("subject")).toBe("Severity 1: [the problem in one sentence]");
  expect(link.searchParams.get("body")).toContain("ZITADEL, Extended SLA\r\n");
  expect(link.href.length).toBeLessThanOrEqual(2000);
});

test("a long text is cut for mail between lines, and the page says so", async ({ page, open }) => {
  await open(zitadel);
  const lines = Array.from({ length: 200 }, (_, line) => `Zeile ${line}: größer & größer, 100 % – #?=`);
  await text(page).fill(lines.join("\n"));
  const link = await mailLink(page);
  expect(link.href.length).toBeLessThanOrEqual(2000);
  expect([...link.searchParams.keys()]).toEqual(["subject", "body"]);
  const body = (link.searchParams.get("body") ?? "").split("\r\n");
  const rest = body.splice(-2);
  expect(rest).toEqual(["", "[The text goes on: copy the rest from the page.]"]);
  expect(body.length).toBeGreaterThan(5);
  expect(body).toEqual(lines.slice(0, body.length));
  await expect(page.locator(".file-text")).toContainText("cannot hold the whole text");
});

test("a channel kept for the request goes first, and a plan without mail has no mail link", async ({ page, open }) => {
  await open("policy=zitadel@2023-10-06&plan=extended-sla&impact.request=billing");
  expect((await mailLink(page)).pathname).toBe("billing@zitadel.com");
  await open("policy=scalr&plan=business&severity=p1");
  await expect(page.locator("a[href^='mailto:'].button")).toHaveCount(0);
  await open("policy=spacelift@2023-05-15&plan=cloud&severity=severity-1");
  await expect(page.locator("a[href^='mailto:'].button")).toHaveCount(0);
});

// No shipped policy has an address for the channel that it does not want: the browser is given one on the way.
test("no mail is offered for a level that has to be opened by phone", async ({ page, open }) => {
  await given(page, "controlplane-flux/2026-07-24.json", (policy) => {
    Object.assign(policy.channels?.find(({ id }) => id === "email") ?? {}, { address: "support@example.com", address_status: "published" });
  });
  const mail = page.locator("a[href^='mailto:'].button");
  await open(controlplane.replace("severity-1", "severity-2"));
  await expect(mail).toHaveCount(1);
  await open(controlplane);
  await expect(mail).toHaveCount(0);
});

// --- the calendar

test("the calendar file has each due that is owed as one event or two, in UTC", async ({ page, open }) => {
  await at(page, "2026-04-07T07:10:00Z");
  await open(`${zitadel}&escalated=2026-04-07T07:00:00Z`);
  const result = ask({ ...request, escalated_at: "2026-04-07T07:00:00Z" });
  const file = await download(page);
  expect(file.name).toBe("zitadel-severity-1-20260402T143000Z.ics");
  const calendar = parseCalendar(file.text);
  expect(valueOf(calendar, "VERSION")).toBe("2.0");
  expect(valueOf(calendar, "PRODID")).not.toBe("");

  const dues = [...result.targets, ...result.escalation].flatMap(({ due }) => (due === null ? [] : [...new Set([due.earliest, due.latest ?? due.earliest])]));
  expect(dues).toHaveLength(4); // the answer, and two steps of which one is a range
  expect(events(calendar).map((event) => valueOf(event, "DTSTART"))).toEqual(dues.map(basic));
  for (const event of events(calendar)) {
    expect(valueOf(event, "DTSTAMP")).toBe("20260407T071000Z");
    expect(valueOf(event, "UID")).toMatch(/^zitadel\.2023-10-06\.extended-sla\.severity-1\.20260402T143000Z\.(target|step)-\d\.(due|earliest|latest)@supportcalc$/);
    expect(textOf(event, "DESCRIPTION")).toContain("Filed: Thursday, 2 April 2026, 23:30");
    expect(valueOf(event, "URL")).toContain("#at=2026-04-02T14:30:00Z");
    const [alarm, ...others] = event.parts;
    expect(others).toEqual([]);
    expect(alarm && [alarm.name, valueOf(alarm, "ACTION"), valueOf(alarm, "TRIGGER"), textOf(alarm, "DESCRIPTION")]).toEqual([
      "VALARM",
      "DISPLAY",
      "PT0S",
      textOf(event, "SUMMARY"),
    ]);
  }
  const summaries = events(calendar).map((event) => textOf(event, "SUMMARY"));
  expect(summaries[0]).toBe("ZITADEL: First response, Severity 1 due");
  expect(summaries.at(-1)).toBe("ZITADEL: Escalation reply (Urgent escalation), Severity 1 due");
});

test("no event for an escalation that nobody took", async ({ page, open }) => {
  await at(page, "2026-04-07T07:10:00Z");
  await open(zitadel);
  await expect(page.locator(".step time:visible").first()).toBeVisible();
  const found = events(parseCalendar((await download(page)).text));
  expect(found.map((event) => textOf(event, "SUMMARY"))).toEqual(["ZITADEL: First response, Severity 1 due"]);
});

test("no alarm for the fix of a vulnerability in an outage: what is conditional says so and is silent", async ({ page, open }) => {
  await open(`${controlplane}&option.region=emea-gmt`);
  const found = events(parseCalendar((await download(page)).text)).map((event) => ({
    summary: textOf(event, "SUMMARY"),
    start: valueOf(event, "DTSTART"),
    alarms: event.parts.length,
    condition: /^Only on this condition: (.*)$/m.exec(textOf(event, "DESCRIPTION"))?.[1],
  }));
  const standard = "Vulnerability framework agreed: Standard remediation; CVSS score of the vulnerability:";
  const owed = { alarms: 1, condition: "Filed through: Phone" };
  const fix = "ControlPlane: Vulnerability fix, Severity 1 due";
  expect(found).toEqual([
    { summary: "ControlPlane: First response, Severity 1 due", start: "20261123T163000Z", ...owed },
    { summary: "ControlPlane: Resolution, Severity 1 due", start: "20261123T193000Z", ...owed },
    { summary: `${fix} (on a condition)`, start: "20261126T153000Z", alarms: 0, condition: `${standard} 9.0 to 10.0; Filed through: Phone` },
    ...[["earliest", "20261130T153000Z"], ["latest", "20261130T170000Z"]].map(([end = "", start = ""]) => ({
      summary: `${fix} at the ${end} (the policy can be read in several ways) (on a condition)`,
      start,
      alarms: 0,
      condition: `${standard} 0.1 to 8.9; Filed through: Phone`,
    })),
  ]);
});

test("an open level is a condition", async ({ page, open }) => {
  await open("policy=zitadel@2023-10-06&plan=extended-sla&at=2026-04-02T14:30:00Z&tz=Asia/Tokyo");
  const found = events(parseCalendar((await download(page)).text));
  expect(found).toHaveLength(4);
  for (const [index, event] of found.entries()) {
    expect(event.parts).toEqual([]);
    expect(textOf(event, "DESCRIPTION")).toContain(`Only on this condition: The level is: Severity ${index + 1}\n`);
  }
});

// A UID is made of the policy, the plan, the level, the time of filing, the row and the end of a range.
test("no two times of a ticket come from the same row for the same level", () => {
  const folder = path.join(dist, "policies");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /^(?!calendars|schema)[^/\\]+[/\\].+\.json$/.test(name));
  const requests = files.flatMap((file) => {
    const { id, revision, plans } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Policy;
    return plans.map((plan) => ({ policy: `${id}@${revision}`, plan: plan.id, submitted_at: "2026-11-23T15:30:00Z", escalated_at: "2026-11-24T15:30:00Z" }));
  });
  const answers = supportcalc(["batch"], requests.map((request) => `${JSON.stringify(request)}\n`).join("")).trimEnd().split("\n");
  expect(answers).toHaveLength(requests.length);
  for (const answer of answers) {
    const { targets, escalation } = fitting(JSON.parse(answer) as Evaluation);
    const rows = [...targets.map(({ row, severity }) => `${row} ${severity ?? ""}`), ...escalation.map(({ row }) => `step ${row}`)];
    expect(new Set(rows).size, answer).toBe(rows.length);
  }
});

test("both ends of a range are events that say which end they are", async ({ page, open }) => {
  await open(range);
  const [earliest, latest, ...more] = events(parseCalendar((await download(page)).text));
  expect(more).toEqual([]);
  for (const [event, end, time] of [[earliest, "earliest", "20261123T153000Z"], [latest, "latest", "20261124T000000Z"]] as const) {
    if (!event) throw new Error(end);
    expect(valueOf(event, "DTSTART")).toBe(time);
    expect(textOf(event, "SUMMARY")).toBe(`Scalr: First response, Priority 3 due at the ${end} (the policy can be read in several ways)`);
    expect(valueOf(event, "UID")).toBe(`scalr.undated.business.p3.20261120T153000Z.target-5.${end}@supportcalc`);
    expect(textOf(event, "DESCRIPTION")).toContain("Earliest: Tuesday, 24 November 2026, 00:30 (Asia/Tokyo, UTC+9)");
  }
});

test("an event keeps its UID while the clock runs", async ({ page, open }) => {
  const uids = async (): Promise<string[]> => events(parseCalendar((await download(page)).text)).map((event) => valueOf(event, "UID"));
  await at(page, "2026-04-02T15:00:00Z");
  await open(zitadel);
  const first = await uids();
  await at(page, "2026-04-05T09:00:00Z");
  await page.goto("about:blank");
  await open(zitadel);
  expect(await uids()).toEqual(first);
  await page.goto("about:blank");
  await open(zitadel.replace("14:30", "14:31"));
  expect(await uids()).not.toEqual(first);
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });
  test("the calendar file holds umlauts in lines of at most 75 octets", async ({ page, open }) => {
    await open(zitadel);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Kalenderdatei/ }).click();
    const calendar = parseCalendar(readFileSync(await (await waiting).path(), "utf8"));
    expect(events(calendar).map((event) => textOf(event, "SUMMARY"))[0]).toContain("fällig");
  });
});

test("what has no due has no event", async ({ page, open }) => {
  await open("policy=spacelift@2022-07-06&plan=free&at=2022-08-01T10:00:00Z");
  const result = ask({ policy: "spacelift@2022-07-06", plan: "free", submitted_at: "2022-08-01T10:00:00Z" });
  const dues = result.targets.filter(({ due }) => due !== null);
  await expect(page.getByRole("button", { name: /^Calendar file/ })).toHaveCount(dues.length === 0 ? 0 : 1);
  expect(dues.length).toBe(0);
});

// --- the link

test("the link restores every entry, sorted, and forgets a ticket's times with its policy", async ({ page, open }) => {
  const link =
    "at=2026-04-02T14:30:00Z&escalated=2026-04-07T07:00:00Z&pauses=2026-04-02T14:40:00Z/2026-04-02T14:50:00Z,2026-04-02T15:00:00Z/2026-04-02T15:10:00Z" +
    "&plan=extended-sla&policy=zitadel@2023-10-06&released=2026-01-31&responded=2026-04-07T09:00:00Z&severity=severity-1&tz=Asia/Tokyo";
  await open(link.split("&").reverse().join("&"));
  await expect.poll(() => hash(page)).toBe(link);
  await expect(entry(page, "When did the answer come?")).toHaveValue("2026-04-07T18:00");
  await expect(entry(page, "When do you escalate?")).toHaveValue("2026-04-07T16:00");
  await expect(entry(page, "Wait 2 ended")).toHaveValue("2026-04-03T00:10");
  await page.getByLabel("Vendor").selectOption("scalr");
  await settled(page);
  for (const key of ["escalated", "pauses", "released", "responded"]) await expect.poll(() => hash(page)).not.toContain(key);
});

for (const part of ["responded=yesterday", "pauses=2026-04-02T14:40:00Z", "released=2026-1-1", "behind=-1", "behind=many", "escalated=2026-04-02"]) {
  test(`hostile link: ${part}`, async ({ page, open }) => {
    await open(`${zitadel}&${part}`);
    await expect(page.locator(".entries > .banner")).toContainText(part.split("=")[0] ?? "");
    await expect(page.locator(".answer .moment").first()).toBeVisible();
  });
}

test("a revision that has been followed by another says so and leads there", async ({ page, open }) => {
  await at(page, "2026-11-20T15:30:00Z");
  await open("policy=zitadel@2023-10-06&plan=self-hosted&severity=severity-1&at=2023-10-20T10:00:00Z");
  const notice = page.locator(".newer");
  await expect(notice).toContainText("2023-11-15 is in force from 15 November 2023");
  await notice.getByRole("button").click();
  await settled(page);
  await expect(page.locator(".newer")).toHaveCount(0);
  await expect.poll(() => hash(page)).toContain("policy=zitadel@2023-11-15");
  await at(page, "2023-10-20T10:00:00Z");
  await page.goto("about:blank");
  await open("policy=zitadel@2023-10-06&plan=self-hosted&severity=severity-1&at=2023-10-20T10:00:00Z");
  await expect(page.locator(".newer")).toHaveCount(0);
});

// --- escalation

test("a step taken at a time that was entered is answered as the core says", async ({ page, open }) => {
  await open(zitadel);
  await entry(page, "When do you escalate?").fill("2026-04-07T16:00");
  await settled(page);
  await expect.poll(() => hash(page)).toContain("escalated=2026-04-07T07:00:00Z");
  const result = ask({ ...request, escalated_at: "2026-04-07T07:00:00Z" });
  for (const [index, step] of result.escalation.entries()) {
    const times = page.locator(".step").nth(index).locator("time:visible");
    expect(await times.evaluateAll((all) => all.map((time) => time.getAttribute("datetime")))).toEqual([...new Set([step.due?.earliest, step.due?.latest])]);
  }
  await expect(page.locator(".step").nth(1)).toContainText("from the moment you escalated");
  await expect(page.locator(".waypoint").first()).toContainText("Ticket filed");
  await page.getByRole("button", { name: "Clear: When do you escalate?" }).click();
  await settled(page);
  await expect.poll(() => hash(page)).not.toContain("escalated");
});

// --- a late answer

test("a late answer: by how much, what it earns under each reading, and until when to claim", async ({ page, open }) => {
  await open(zitadel);
  await entry(page, "When did the answer come?").fill("2026-04-07T16:40");
  await settled(page);
  const result = ask({ ...request, responded_at: "2026-04-07T07:40:00Z" });
  const [first] = result.targets;
  expect(first?.outcome).toEqual({ met: false, elapsed_seconds: 7800, late_by_seconds: 4200, open_time: true });
  await expect(page.locator(".outcome")).toHaveText(/First response\s+Late by 1 hour 10 minutes of open time\. The answer took 2 hours 10 minutes of open time\./);
  const remedy = result.remedies.find(({ applies_to }) => applies_to === "first-response");
  expect([remedy?.least?.value, remedy?.most?.value]).toEqual([4, 5]);
  const earned = page.locator(".earned-earned");
  await expect(earned).toContainText("First response: Earned: 4 to 5 days, depending on how the clause is read");
  await expect(earned.locator("li")).toHaveText([/only finished blocks.*: 4 days$/, /a started block.*: 5 days$/, /: 4 days$/, /: 5 days$/]);
  expect(remedy?.claim_by).toBe("2026-05-07");
  await expect(earned).toContainText("Claim by 7 May 2026");
});

test("an answer in time, one before the ticket, and one where the readings disagree", async ({ page, open }) => {
  await open(`${zitadel}&responded=2026-04-07T06:20:00Z`);
  await expect(page.locator(".outcome")).toContainText("In time. The answer took 50 minutes of open time.");
  const field = entry(page, "When did the answer come?");
  await field.fill("2026-04-01T10:00");
  await settled(page);
  await expect(page.locator("#responded-error")).toHaveText("That is before the ticket was filed.");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(".answer .moment").first()).toBeVisible();
  await expect(page.locator(".outcome")).toHaveCount(0);

  await open(`${range}&responded=2026-11-23T20:00:00Z`);
  await expect(page.locator(".outcome > .verdict-line")).toHaveText("Whether it was in time depends on how the clause is read.");
  await expect(page.locator(".outcome-readings li")).toHaveText([
    /^Same time of day.*Late/,
    /^Close of business, counting from the day it was filed.*In time/,
    /^Close of business, counting from the next open day.*In time/,
    /^Business days as working time.*Late/,
  ]);
});

test("a wait moves the due where the policy stops the clock, and is said not to count where it does not", async ({ page, open }) => {
  const link = "policy=controlplane-flux@2026-07-24&plan=cpef-10&severity=severity-1&at=2026-11-20T15:30:00Z&tz=Asia/Tokyo";
  const ticket = { policy: "controlplane-flux@2026-07-24", plan: "cpef-10", severity: "severity-1", submitted_at: "2026-11-20T15:30:00Z" };
  const pauses = [{ from: "2026-11-20T15:40:00Z", to: "2026-11-20T16:40:00Z" }];
  const before = ask(ticket).targets;
  const after = ask({ ...ticket, pauses }).targets;
  const moved = after.findIndex(({ due }, index) => due !== null && due.at !== before[index]?.due?.at);
  expect(moved).toBeGreaterThanOrEqual(0);
  await open(link);
  await page.getByText("The vendor waited for you in between").click();
  await page.getByRole("button", { name: "Add a wait" }).click();
  await entry(page, "Wait 1 began").fill("2026-11-21T00:40");
  await entry(page, "Wait 1 ended").fill("2026-11-21T01:40");
  await settled(page);
  await expect.poll(() => hash(page)).toContain("pauses=2026-11-20T15:40:00Z/2026-11-20T16:40:00Z");
  await expect(page.locator(`.answer time[datetime='${after[moved]?.due?.at ?? ""}']`)).toHaveCount(1);
  await entry(page, "Wait 1 ended").fill("2026-11-21T00:30");
  await settled(page);
  await expect(page.locator(".pauses .error")).toContainText("an end after its start");
  await page.getByRole("button", { name: "Remove wait 1" }).click();
  await settled(page);
  await expect.poll(() => hash(page)).not.toContain("pauses");

  await open(`${zitadel}&pauses=2026-04-02T14:40:00Z/2026-04-02T14:50:00Z`);
  await expect(page.locator(".warnings")).toContainText("the pauses are not counted");
});

// --- versions

test("the age of a version, and how many releases it is behind", async ({ page, open }) => {
  await open("policy=spacelift@2024-11-20&plan=self-hosted-gold&severity=severity-1&at=2026-11-20T15:30:00Z");
  const rules = page.locator(".section-versions .rule");
  await expect(rules.first()).toContainText("not checked");
  const field = page.getByLabel("When did your version come out?");
  await field.fill("2026-11-01");
  await field.blur();
  await settled(page);
  await expect(rules.first().locator(".verdict")).toHaveText("supported");
  await field.fill("2026-01-31");
  await field.blur();
  await settled(page);
  await expect(rules.first().locator(".verdict")).toHaveText("limited support");
  await expect.poll(() => hash(page)).toContain("released=2026-01-31");

  await open("policy=controlplane-flux@2026-07-24&plan=cpef-10&severity=severity-1&behind=3");
  await expect(rules.first().locator(".verdict")).toHaveText("limited support");
});

// --- what the policy says besides

test("every shipped source has an address, and a fact leads to its section", async ({ page, open }) => {
  const folder = path.join(dist, "policies");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /^(?!calendars|schema)[^/\\]+[/\\].+\.json$/.test(name));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const policy = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Policy;
    for (const source of policy.sources) expect(sourceAddress(source), `${file} ${source.id}`).toMatch(/^https:\/\//);
  }
  await open(zitadel);
  await expect(page.locator(".due .cite a").first()).toHaveAttribute(
    "href",
    "https://github.com/zitadel/zitadel/blob/0a27604574042762200f76e75f5f19b9c53d59b0/docs/docs/legal/support-services.md#slo---initial-response-time",
  );
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1");
  await expect(page.locator(".due .cite a").first()).toHaveAttribute("href", "https://docs.spacelift.io/product/support/#:~:text=Support%20SLA");
  const undivided = { id: "page", title: "Page", url: "https://vendor.example/support" };
  expect(sourceAddress(undivided, "(whole page)")).toBe("https://vendor.example/support");
});

test("the holiday rules used are named with the day they were read", async ({ page, open }) => {
  await open(zitadel);
  const sources = page.locator(".section-sources");
  await expect(sources).toContainText(/Canton of St\. Gallen|St\. Gallen/);
  await expect(sources).toContainText("read by us on 21 November 2026");
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1");
  await expect(sources).toContainText("No clock of this answer stops on public holidays.");
});

// A shipped policy as the browser gets it, changed on the way.
async function given(page: Page, name: string, change: (policy: Policy) => void): Promise<void> {
  const say = (policy: Policy): Policy => {
    change(policy);
    return policy;
  };
  await page.route(`**/policies/${name}`, async (route) => {
    await route.fulfill({ json: say((await (await route.fetch()).json()) as Policy) });
  });
  await page.route(`**/first/en/${name}`, async (route) => {
    const documents = (await (await route.fetch()).json()) as Record<string, Policy>;
    const { [name]: first, ...rest } = documents;
    await route.fulfill({ json: first ? { [name]: say(first), ...rest } : rest });
  });
}

// No shipped policy says all of this.
test("other names, counter-examples, moves, plans that build on others, quantities and counted misses", async ({ page, open }) => {
  const cite = { source: "s3", section: "Support SLA" };
  await given(page, "spacelift/2024-11-20.json", (policy) => {
    Object.assign(policy.severities?.find(({ id }) => id === "severity-1") ?? {}, {
      also_known_as: ["Urgent"],
      counter_examples: ["A slow page is not an outage."],
      transitions: [{ to: "severity-2", when: "Once there is a way around it.", automatic: true, cite }],
    });
    Object.assign(policy.plans.find(({ id }) => id === "gold") ?? {}, { builds_on: "silver", also_known_as: ["Best"] });
    policy.facts = [{ id: "hours", topic: "services", text: "Advisory hours.", quantity: { value: 40, unit: "hours", per: "year" }, cite }];
    policy.remedies = [
      {
        id: "misses",
        kind: "miss-count",
        applies_to: ["first-response"],
        misses: { count: 3, per: "quarter" },
        grants: { value: 5, unit: "percent" },
        claim: { within_days: 14, to: "billing@example.com", cash: false, text: "In writing.", cite },
        cite,
      },
    ];
  });
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1");
  const level = page.locator(".section-levels");
  await expect(level).toContainText(/Also known as\s*Urgent/);
  await expect(level).toContainText(/Not this level\s*A slow page is not an outage\./);
  await expect(level).toContainText(/Moves\s*To Severity 2:\s*Once there is a way around it\.\s*by itself/);
  await page.locator(".section-facts summary").click();
  const facts = page.locator(".section-facts");
  await expect(facts).toContainText("Everything in Silver, and more");
  await expect(facts).toContainText("Also known as Best");
  await expect(facts).toContainText(/40 hours per year\s*Advisory hours\./);
  const remedies = page.locator(".section-remedies");
  await expect(remedies).toContainText("5 % for 3 misses in a quarter");
  await expect(remedies).toContainText(/Claim within 14 days\.\s*In writing\./);
  await expect(remedies).toContainText(/Where\s*billing@example\.com\s*Paid in cash\s*No/);
});

// --- paper

test("on paper: the case, the answer, addresses and the link; nothing to press", async ({ page, open }) => {
  await open(zitadel);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-head")).toContainText("ZITADEL, Extended SLA");
  await expect(page.locator(".print-head")).toContainText(page.url());
  await expect(page.locator("button:visible, input[type=text]:visible, textarea:visible, form:visible")).toHaveCount(0);
  await expect(page.locator(".section-sources .sources")).toBeVisible();
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeLessThanOrEqual(3); // one of them for the clock as a picture
});

// --- everyone can use it

const full = `${zitadel}&responded=2026-04-07T07:40:00Z&escalated=2026-04-07T07:00:00Z&pauses=2026-04-02T14:40:00Z/2026-04-02T14:50:00Z`;
const states = { full, versions: "policy=spacelift@2024-11-20&plan=self-hosted-gold&severity=severity-1&released=2026-01-31", problem: `${zitadel}&responded=2020-01-01T00:00:00Z` };

for (const [name, link] of Object.entries(states)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe: ${name}, ${colorScheme}`, async ({ page, open }) => {
      test.setTimeout(axeMilliseconds);
      await page.emulateMedia({ colorScheme });
      await open(link);
      await text(page).fill("Written by hand.");
      await page.locator(".entries").getByLabel(/^Severity 2/).check();
      await settled(page);
      const axe = axeOf(page);
      // Only colours change in the dark.
      const { violations } = await (colorScheme === "dark"
        ? axe.withRules(["color-contrast"])
        : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      ).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) }))).toEqual([]);
    });
  }

  test(`narrow: ${name}`, async ({ page, open }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(link);
    await text(page).fill("Written by hand.");
    const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
    expect(scroll).toBeLessThanOrEqual(client);
  });
}

test("by keyboard: tick the list, copy, enter an answer and clear it", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-write"]);
  await open(zitadel);
  const box = page.locator(".checklist input").first();
  await box.focus();
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await page.getByRole("button", { name: "Copy the text" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".file-text .copied")).toHaveText("Copied");
  await page.getByRole("button", { name: "Now: When did the answer come?" }).focus();
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(page.locator(".outcome")).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Clear: When did the answer come?" })).toBeFocused();
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(page.locator(".outcome")).toHaveCount(0);
});
