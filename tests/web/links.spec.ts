// The address holds everything, and what it holds is foreign input.
import { cases, linkOf } from "./cases.ts";
import { expect, settled, test } from "./fixtures.ts";

const hashOf = (address: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(new URL(address).hash.slice(1)));

for (const { name, request } of cases) {
  test(`round trip: ${name}`, async ({ page, open }) => {
    await page.clock.setFixedTime(new Date("2026-11-20T16:00:00Z")); // "in 3 hours" must not become something else meanwhile
    await open(linkOf(request));
    expect(hashOf(page.url())).toEqual(Object.fromEntries(new URLSearchParams(linkOf(request))));
    const keys = Object.keys(hashOf(page.url()));
    expect(keys).toEqual([...keys].sort());

    const shown = await page.locator(".answer").innerText();
    const copied = await page.getByLabel("Link to this answer").inputValue();
    await page.goto("about:blank");
    await page.goto(copied);
    await settled(page);
    expect(await page.locator(".answer").innerText()).toBe(shown);
  });
}

test("a copied link keeps the moment of an answer that was for now", async ({ page, open }) => {
  await open("policy=scalr&plan=business&severity=p1");
  expect(hashOf(page.url())).not.toHaveProperty("at");
  expect(hashOf(await page.getByLabel("Link to this answer").inputValue())).toHaveProperty("at");
});

test("going back to an earlier address restores it", async ({ page, open }) => {
  await open("policy=scalr&plan=business&severity=p1");
  await page.evaluate(() => {
    location.hash = "policy=stakater&plan=premium&severity=p2";
  });
  await expect(page.locator(".section-sources")).toContainText("Stakater");
  await page.goBack();
  await expect(page.locator(".section-sources")).toContainText("Scalr");
});

const good = "policy=scalr&plan=business&severity=p1";
const hostile: [string, string, string[]][] = [
  ["an unknown key", `${good}&colour=red`, ["colour"]],
  ["a script as a key", `${good}&%3Cscript%3Ealert(1)%3C%2Fscript%3E=1`, ["<script>"]],
  ["a script as a value", `${good}&topic=%3Cimg%20src=x%20onerror=alert(1)%3E`, ["topic"]],
  ["a key given twice", `${good}&plan=free`, ["plan"]],
  ["a plan of another policy", "policy=scalr&plan=extended-sla", ["plan"]],
  ["a level of another policy", "policy=scalr&plan=business&severity=severity-1", ["severity"]],
  ["an unknown policy", "policy=acme&plan=business", ["policy"]],
  ["a path as a policy", "policy=..%2F..%2Fetc&plan=business", ["policy"]],
  ["a path as a revision", "policy=scalr@..%2Findex&plan=business", ["policy"]],
  ["an unknown revision", "policy=scalr@1999-01-01&plan=business", ["policy=scalr@1999-01-01"]],
  ["a prototype key", `${good}&__proto__=1&impact.__proto__=yes&constructor=1`, ["__proto__", "impact.__proto__", "constructor"]],
  ["an answer that is none", "policy=scalr&plan=business&impact.environment=moon", ["impact.environment"]],
  ["a question that is none", "policy=scalr&plan=business&impact.weather=fine", ["impact.weather"]],
  ["an option out of range", "policy=zitadel@2023-10-06&plan=custom&option.severity_1_minutes=99999", ["option.severity_1_minutes"]],
  ["an assumption the policy does not make", "policy=zitadel@2023-10-06&plan=custom&assume.holidays=none", ["assume.holidays"]],
  ["a time that is none", `${good}&at=2026-13-45T99:99:99Z`, ["at"]],
  ["a time beyond the clock", `${good}&at=9999-01-01T00:00:00Z`, ["at"]],
  ["a zone that is none", `${good}&tz=Middle/Earth`, ["tz"]],
  ["a very long link", `${good}&topic=${"x".repeat(5000)}`, ["#"]],
];

for (const [name, link, parts] of hostile) {
  test(`hostile link: ${name}`, async ({ page, open }) => {
    await open(link);
    const banner = page.locator(".entries > .banner");
    for (const part of parts) await expect(banner).toContainText(part);
    await expect(page.locator(".result > *").first()).toBeVisible();
    expect(await page.evaluate(() => Object.hasOwn(Object.prototype, "impact"))).toBe(false);
  });
}
