// When something fails, the page says what, keeps what can still be read, and starts afresh.
import { serve } from "../../tools/serve.mjs";
import { arm, axeMilliseconds, axeOf, dist, expect, settled, test, trapWhenArmed } from "./fixtures.ts";

const link = "policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-1";
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test("without WebAssembly the policy can still be read", async ({ page, complaints }) => {
  test.setTimeout(axeMilliseconds);
  const server = await serve({
    folder: dist,
    headers: { "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'" },
  });
  try {
    await page.goto(`${server.url}#policy=zitadel@2023-11-15&plan=free&severity=severity-1`);
    await settled(page);
    await expect(page.getByRole("heading", { name: "The calculator cannot run here" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "As the policy states it" })).toBeVisible();
    const table = page.getByRole("table", { name: "First response" });
    const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Severity 1" }) });
    // What a paid addition alone brings is not promised.
    await expect(row.getByRole("cell").first()).toHaveText(/^1 business hour, if Extended support booked: yes \[\d+\]Not applicable \[\d+\]$/);
    await expect(page.locator(".result").getByRole("link", { name: "support@zitadel.com" }).first()).toHaveAttribute("href", "mailto:support@zitadel.com");
    const { violations } = await axeOf(page).withTags(rules).analyze();
    expect(violations).toEqual([]);
    await page.getByRole("button", { name: "Deutsch" }).click();
    await expect(page.getByRole("table", { name: "Erste Antwort" })).toContainText("1 Geschäftsstunde, ");
    await page.getByLabel("Anbieter").selectOption("scalr");
    await expect(page.getByRole("table", { name: "Erste Antwort" })).toContainText("bis zu 2 Stunden");
  } finally {
    await server.close();
  }
  // The browser says aloud that it did not compile the module; that is the point of this test. Nor does this host let the page
  // ask for things early.
  expect(complaints.messages.every((message) => /wasm|WebAssembly|instantiation|inline/i.test(message))).toBe(true);
  complaints.messages.length = 0;
  complaints.strangers.length = 0;
});

test("a module that is not there", async ({ page, open, complaints }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<!doctype html>" }));
  await open(link);
  await expect(page.getByRole("heading", { name: "The calculator cannot run here" })).toBeVisible();
  complaints.messages.length = 0;
});

test("a policy that is not there", async ({ page, open, complaints }) => {
  await page.route("**/zitadel/*.json", (route) => route.fulfill({ status: 404, body: "" }));
  await open(link);
  await expect(page.getByRole("heading", { name: "A file of this page could not be read" })).toBeVisible();
  await page.getByLabel("Vendor").selectOption("scalr");
  await expect(page.getByRole("heading", { name: "Which plan do you have?" })).toBeVisible();
  complaints.messages.length = 0;
});

test("what follows the answer is not there", async ({ page, open, complaints }) => {
  await page.route("**/calendars/*.json", (route) => route.fulfill({ status: 404, body: "" }));
  await open(link);
  await expect(page.getByRole("heading", { name: "A file of this page could not be read" })).toBeVisible();
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
  complaints.messages.length = 0;
});

test("a module that stops is replaced by a fresh one", async ({ page, open }) => {
  test.setTimeout(axeMilliseconds);
  await page.addInitScript(trapWhenArmed);
  await open(link);
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");

  await arm(page, true);
  await page.getByLabel(/^Severity 2/).check();
  await expect(page.getByRole("heading", { name: "The calculation broke off" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("The calculation broke off");
  await expect(page.getByRole("table", { name: "First response" })).toContainText("1 business hour [");
  const { violations } = await axeOf(page).withTags(rules).analyze();
  expect(violations).toEqual([]);

  await arm(page, false);
  await page.getByLabel(/^Severity 3/).check();
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 3");
  await expect(page.getByRole("heading", { name: "As the policy states it" })).toHaveCount(0);
});

test("diagnostics are in the language of the page", async ({ page, open }) => {
  await open("policy=stakater&plan=premium&severity=p4&assume.working_hours=25:00-26:00");
  const problem = page.locator(".problem");
  await expect(problem).toContainText("is not a value of the assumption");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(problem).toContainText("„25:00-26:00“ ist kein Wert der Annahme „working_hours“. Möglich ist zum Beispiel: 09:00-17:00.");
  await expect(problem.locator("[lang=en]")).toHaveCount(0);
});

test("a wrong assumption is named with its place", async ({ page, open }) => {
  await open("policy=stakater&plan=premium&severity=p4&assume.working_hours=25:00-26:00");
  const problem = page.locator(".problem");
  await expect(problem).toContainText("/assumptions/working_hours");
  await expect(page.getByRole("status")).toContainText("cannot be calculated");
});
