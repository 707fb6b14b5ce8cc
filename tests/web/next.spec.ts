// What to do now stands before the answer, and a time that hangs on something says on what before it says the time.
import type { Page } from "@playwright/test";
import { expect, settled, test } from "./fixtures.ts";

const zitadel = "policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-1&tz=Europe/Zurich";
const filed = `${zitadel}&at=2026-04-02T14:30:00Z`;
const controlplane = "policy=controlplane-flux@2026-07-24&plan=cpef-10&severity=severity-1&tz=Europe/London";

// As in tests/data/next.jsonl, on the clocks of Zurich and London.
const steps: { name: string; link: string; now: string; says: string; leads?: string }[] = [
  { name: "file", link: zitadel, now: "2026-04-02T14:30:00Z", says: "File the ticket: Email support. An answer is due by Tue, 7 Apr 2026, 08:30.", leads: "mailto:support@zitadel.com" },
  { name: "wait", link: filed, now: "2026-04-02T15:30:00Z", says: "Wait. They must answer by Tue, 7 Apr 2026, 08:30." },
  { name: "escalate", link: filed, now: "2026-04-07T07:00:00Z", says: "Escalate: Urgent escalation. If you do it now, an answer is due by Tue, 7 Apr 2026, 11:00." },
  { name: "claim", link: `${filed}&responded=2026-04-07T07:30:00Z`, now: "2026-04-08T08:00:00Z", says: "Claim what you are owed by 7 May 2026: Longer term." },
  { name: "follow-up", link: filed.replace("extended-sla", "default"), now: "2026-04-03T08:00:00Z", says: "Ask again: Email support. No time for the answer is promised.", leads: "mailto:support@zitadel.com" },
  { name: "follow-up, while the level is open", link: filed.replace("&severity=severity-1", ""), now: "2026-04-09T08:00:00Z", says: "Ask again: Email support.", leads: "mailto:support@zitadel.com" },
  { name: "community", link: "policy=zitadel@2023-11-15&plan=free&severity=severity-1", now: "2026-04-02T14:30:00Z", says: "The vendor does not answer this. Ask here: Public chat.", leads: "https://zitadel.com/chat" },
  { name: "settle", link: controlplane.replace("&severity=severity-1", ""), now: "2026-11-23T15:30:00Z", says: "One answer decides the level: What is left of the vendor’s product there?" },
  { name: "call", link: controlplane, now: "2026-11-23T15:30:00Z", says: "Call: Phone. An answer is due by Mon, 23 Nov 2026, 16:30." },
  { name: "a time on a condition is not named", link: "policy=controlplane-flux@2024-06-19&plan=enterprise&severity=level-1", now: "2026-11-23T15:30:00Z", says: "File the ticket: Support portal." },
];

async function show(page: Page, open: (link: string) => Promise<void>, link: string, now: string): Promise<void> {
  await page.clock.setFixedTime(new Date(now));
  await open(link);
}

for (const { name, link, now, says, leads } of steps) {
  test(`what to do now: ${name}`, async ({ page, open }) => {
    await show(page, open, link, now);
    const next = page.locator(".answer .next");
    await expect(next.locator("strong")).toHaveText(says);
    await expect(next.locator("a")).toHaveCount(leads === undefined ? 0 : 1);
    if (leads !== undefined) await expect(next.locator("a")).toHaveAttribute("href", leads);
    expect(await next.evaluate((element) => element.nextElementSibling?.classList.contains("level"))).toBe(true);
  });
}

test("where nothing is to be done, nothing is said", async ({ page, open }) => {
  await show(page, open, `${filed}&responded=2026-04-02T14:45:00Z`, "2026-04-03T08:00:00Z");
  await expect(page.locator(".answer .due")).toBeVisible();
  await expect(page.locator(".next")).toHaveCount(0);
});

test("a case that has to be opened by phone is promised nothing without it", async ({ page, open }) => {
  await show(page, open, controlplane, "2026-11-23T15:30:00Z");
  const due = page.locator(".answer > .due");
  const words = (await due.innerText()).replace(/\s+/g, " ");
  expect(words).toMatch(/^First response Published target Only on this condition: Filed through: Phone Monday, 23 November 2026/i);
  await expect(page.locator(".section-channels .channel", { hasText: "Phone" })).toContainText("open now");
  await expect(page.locator("support-calculator").getByRole("status")).toContainText("Only on this condition: Filed through: Phone");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await settled(page);
  await expect(page.locator(".next strong")).toHaveText("Rufen Sie an: Telefon. Die Antwort ist fällig bis Mo., 23. Nov. 2026, 16:30.");
  await expect(due.locator(".condition")).toHaveText("Nur unter dieser Bedingung: Eingereicht über: Telefon");
});

test("a time that waits for a value of the contract says which", async ({ page, open }) => {
  await show(page, open, controlplane.replace("severity-1", "severity-2"), "2026-11-23T15:30:00Z");
  await expect(page.locator(".answer > .due .condition")).toHaveText("Only on this condition: Support region assigned to you, once you give it");
});

test("what holds on a condition does not look like what is owed", async ({ page, open }) => {
  await show(page, open, controlplane, "2026-11-23T15:30:00Z");
  const fix = page.locator(".other-target", { hasText: "72 hours" });
  await expect(fix.locator(".chip")).toHaveClass("chip chip-soft");
  await expect(fix.locator(".condition")).toContainText("CVSS score of the vulnerability: 9.0 to 10.0");
  await expect(page.locator(".answer > .due .chip")).toHaveClass("chip chip-firm");
  await show(page, open, "policy=controlplane-flux@2024-06-19&plan=enterprise&severity=level-1&tz=Europe/London", "2026-11-23T15:30:00Z");
  await expect(page.locator(".answer > .due-conditional .condition")).toHaveText("Only on this condition: This draft comes into force");
  // It never was in force, though it is dated.
  await expect(page.locator(".section-sources dl").first()).toContainText(/In force\s*never; dated 19 June 2024/);
  await expect(page.locator("#revision option[value='2024-06-19']")).toHaveText("2024-06-19 (Draft, never published)");
});
