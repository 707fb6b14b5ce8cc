// The pictures of the README and the docs: PICTURES=1 npx playwright test pictures
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "./fixtures.ts";

const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const link =
  "policy=zitadel@2023-10-06&plan=extended-sla&at=2023-11-10T15:30:00Z&tz=Asia/Tokyo" +
  "&impact.availability=down&impact.core_function=yes&impact.workaround=none";

for (const scheme of ["light", "dark"] as const) {
  test(`the page, ${scheme}`, async ({ page, open }) => {
    await page.clock.setFixedTime(new Date("2023-11-10T15:31:00Z"));
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 1280, height: 1000 });
    await open(link);
    await page.screenshot({ path: path.join(folder, scheme === "light" ? "page.png" : "page-dark.png") });
  });
}

test("the page on a telephone", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2023-11-10T15:31:00Z"));
  await page.setViewportSize({ width: 390, height: 844 });
  await open(link);
  await page.locator("#result").evaluate((element) => {
    element.scrollIntoView();
  });
  await page.screenshot({ path: path.join(folder, "page-narrow.png") });
});

test("the clock as a picture", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-04-02T14:31:00Z"));
  await page.setViewportSize({ width: 1280, height: 1400 });
  await open("policy=zitadel@2023-10-06&plan=extended-sla&at=2026-04-02T14:30:00Z&severity=severity-2&tz=Europe/Berlin");
  await page.locator(".week .step-4").first().waitFor();
  await page.locator(".section-clock").screenshot({ path: path.join(folder, "clock.png") });
  await page.locator(".section-week").screenshot({ path: path.join(folder, "week.png") });
});

test("the comparison", async ({ page, site }) => {
  await page.clock.setFixedTime(new Date("2026-04-02T14:31:00Z"));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${site}#view=compare&policy=spacelift&severity=severity-1`);
  await page.locator("support-compare table").waitFor();
  await page.screenshot({ path: path.join(folder, "compare.png") });
});

test("the page in German", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-04-02T14:31:00Z"));
  await page.setViewportSize({ width: 1280, height: 1000 });
  await open("policy=stakater&plan=premium&impact.environment=production&at=2026-04-02T14:30:00Z&tz=Europe/Berlin");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: "Ihr Fall" }).waitFor();
  await page.screenshot({ path: path.join(folder, "page-de.png") });
});

test("the audit", async ({ page, site }) => {
  await page.clock.setFixedTime(new Date("2026-06-01T09:00:00Z"));
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(`${site}#view=audit`);
  await page.getByRole("button", { name: "Try it with an example" }).click();
  await page.locator("support-audit .share-figure").waitFor();
  await page.screenshot({ path: path.join(folder, "audit.png") });
});

test("the calculator in a site of somebody else", async ({ page, site }) => {
  await page.clock.setFixedTime(new Date("2026-04-02T14:31:00Z"));
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(new URL("variants/compact.html", site).href);
  await page.locator("support-calculator .answer").first().waitFor();
  await page.screenshot({ path: path.join(folder, "widget.png") });
});
