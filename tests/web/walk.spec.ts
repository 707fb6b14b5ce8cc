// The page as a person uses it: by mouse, by keyboard alone, with the clock running.
import { expect, settled, test } from "./fixtures.ts";

test("from nothing to a deadline by mouse", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "ZITADEL" }).click();
  await page.getByRole("button", { name: /^Free|^Production/ }).first().click();
  await page.getByLabel("Pick the level").check();
  await page.getByLabel(/^Severity 1/).check();
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
  await expect(page.getByRole("status")).toContainText("Severity 1");
});

test("describing the impact decides the level and says why", async ({ page, open }) => {
  await open("policy=zitadel@2023-10-06&plan=extended-sla&at=2026-04-02T14:30:00Z");
  await expect(page.locator(".candidate")).toHaveCount(4);
  const answers = { request: "incident", availability: "down", core_function: "yes", workaround: "none" };
  await expect(page.locator("[class*=field-impact-] legend")).toHaveText([
    "What kind of request is it?",
    "What is left of the vendor’s product there?",
    "How many of your users does it hit?",
    "Is a core function hit?",
    "Is there another way to get the work done?",
  ]);
  for (const [facet, answer] of Object.entries(answers)) await page.locator(`.field-impact-${facet} input[value=${answer}]`).check();
  await settled(page);
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
  await expect(page.locator(".answer")).toContainText("Decided from your answers");
  await expect(page.locator(".deciding")).toContainText("Availability: Nothing, it is down");
  await expect(page.locator(".why")).toContainText(/would (raise|lower|make)/);
});

test("an unclear level names what is not answered, and shows the candidates with the reason of each range", async ({ page, open }) => {
  await open("policy=scalr@undated&plan=business&at=2026-11-20T15:30:00Z&impact.environment=production");
  await expect(page.locator(".unanswered li")).toHaveText(["Availability", "Core function hit", "Workaround", "Business-critical work suffers"]);
  const candidates = page.locator(".candidate");
  await expect(candidates.locator(".level-label")).toHaveText(["Priority 0", "Priority 1", "Priority 3", "Priority 4"]);
  await expect(candidates.locator(".range-reason")).toHaveText([/does not say how it counts business days/, /does not say how it counts business days/]);
  await page.locator(".field-impact-availability input[value=down]").check();
  await expect(page.locator(".unanswered li")).toHaveText(["Workaround", "Business-critical work suffers"]);
});

test("by keyboard alone", async ({ page, open }) => {
  await open();
  const focus = () =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return inner ? `${inner.tagName.toLowerCase()} ${inner.getAttribute("name") ?? inner.id} ${inner.getAttribute("value") ?? ""}`.trim() : "";
    });
  const tabTo = async (wanted: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      if (wanted.test(await focus())) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no Tab leads to ${String(wanted)}; the focus is on ${await focus()}`);
  };
  await tabTo(/^select policy/);
  await page.keyboard.type("Spacelift");
  await settled(page);
  await tabTo(/^input plan/);
  await page.keyboard.press("Space");
  await settled(page);
  await page.keyboard.press("ArrowDown");
  await settled(page);
  await expect(page.locator(".field-plan :checked")).toHaveValue("silver");
  await tabTo(/^input way/);
  await page.keyboard.press("ArrowDown");
  await settled(page);
  await tabTo(/^input severity/);
  await page.keyboard.press("Space");
  await settled(page);
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
  await tabTo(/^input filing/);
  await page.keyboard.press("ArrowDown");
  await settled(page);
  await tabTo(/^input date/);
  await tabTo(/^input zone/);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("europe/berlin");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await settled(page);
  await expect(page.locator(".moment-zone").first()).toContainText("Europe/Berlin");
  await tabTo(/^input permalink/);
});

test("the skip link leads to the answer", async ({ page, open }) => {
  await open("policy=scalr&plan=business&severity=p1");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Go to the answer" }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#result")).toBeFocused();
  expect(new URL(page.url()).hash).toContain("policy=scalr");
});

test("focus stays where it is while the answer changes", async ({ page, open }) => {
  await open("policy=scalr&plan=business");
  const first = page.locator(".field-impact-environment input").first();
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await settled(page);
  await page.keyboard.press("ArrowUp");
  await settled(page);
  await expect(first).toBeFocused();
});

test("what is being typed outlives the minute", async ({ page, open }) => {
  await page.clock.install({ time: new Date("2026-11-20T15:30:10Z") });
  await page.clock.resume();
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1&tz=Asia/Tokyo");
  const shown = page.locator(".filed");
  const before = await shown.textContent();
  const zone = page.getByLabel("Your time zone");
  await zone.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Europe/Ber");
  await page.clock.runFor("01:30");
  await expect(shown).not.toHaveText(before ?? "");
  await expect(zone).toHaveValue("Europe/Ber");
  await page.keyboard.type("lin");
  await page.keyboard.press("Tab");
  await expect(page.locator(".moment-zone").first()).toContainText("Europe/Berlin");
});

test("the clock ticks by the minute and can be stopped", async ({ page, open }) => {
  await page.clock.install({ time: new Date("2026-11-20T15:30:10Z") });
  await page.clock.resume();
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1&at=2026-11-20T15:30:00Z");
  const relative = page.locator(".moment-relative").first();
  await expect(relative).toHaveText("in 1 hour");
  const said = await page.getByRole("status").textContent();
  await page.clock.runFor("02:00");
  await expect(relative).toHaveText("in 58 minutes");
  expect(await page.getByRole("status").textContent()).toBe(said);
  await page.getByLabel("Stop the clock on this page").check();
  await page.clock.runFor("05:00");
  await expect(relative).toHaveText("in 58 minutes");
  await page.getByLabel("Stop the clock on this page").uncheck();
  await expect(relative).toHaveText("in 53 minutes");
});

test("a local time that does not exist, and one that occurs twice", async ({ page, open }) => {
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1&at=2026-03-29T12:00:00Z&tz=Europe/Zurich");
  const time = page.getByLabel("Time", { exact: true });
  await time.fill("02:30");
  await expect(page.locator(".entries .banner")).toContainText("does not exist");
  await expect(page.locator(".filed")).toContainText("03:00");

  await page.getByLabel("Date", { exact: true }).fill("2026-10-25");
  await time.fill("02:30");
  await expect(page.locator(".entries .banner")).toContainText("happens twice");
  await page.getByLabel("02:30 UTC+1").check();
  await expect(page.locator(".filed")).toContainText("UTC+1");
  await expect.poll(() => new URL(page.url()).hash).toContain("at=2026-10-25T01:30:00Z");
});

test("an unknown zone is pointed out and nothing changes", async ({ page, open }) => {
  await open("policy=scalr&plan=business&severity=p1");
  const zone = page.getByLabel("Your time zone");
  await zone.fill("Middle/Earth");
  await zone.press("Tab");
  await expect(page.locator("#zone-error")).toContainText("Middle/Earth");
  await expect(zone).toHaveAttribute("aria-invalid", "true");
  await zone.fill("Asia/Calcutta");
  await zone.press("Tab");
  await expect(page.locator("#zone-error")).toHaveCount(0);
  await expect(page.locator(".moment-zone").first()).toContainText("Asia/Calcutta, UTC+5:30");
});

test("a number out of range is pointed out and kept for correction", async ({ page, open }) => {
  await open("policy=zitadel@2023-10-06&plan=custom&severity=severity-1");
  const minutes = page.getByLabel(/^Agreed Severity 1 response/);
  await minutes.fill("5000");
  await minutes.press("Tab");
  await expect(page.locator("#option-severity_1_minutes-error")).toContainText("5000");
  await expect(minutes).toHaveValue("5000");
  await expect(page.locator(".answer .no-due-word").first()).toHaveText("Set in the contract");
  await minutes.fill("30");
  await minutes.press("Tab");
  await expect(page.locator("#option-severity_1_minutes-error")).toHaveCount(0);
  await expect(page.locator(".answer .moment").first()).toBeVisible();
});

test("zone and language are remembered, and nothing else", async ({ page, open }) => {
  await open("policy=scalr&plan=business&severity=p1");
  const zone = page.getByLabel("Your time zone");
  await zone.fill("Europe/Vienna");
  await zone.press("Tab");
  await settled(page);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.goto("about:blank");
  await open("policy=scalr&plan=business&severity=p1");
  await expect(page.getByLabel("Ihre Zeitzone")).toHaveValue("Europe/Vienna");
  const kept = await page.evaluate(() => ({ ...Object.fromEntries(Object.entries(localStorage)), session: sessionStorage.length, cookies: document.cookie }));
  expect(kept).toEqual({ "supportcalc.time-zone": "Europe/Vienna", "supportcalc.language": "de", session: 0, cookies: "" });
});
