// Everyone can use it: axe in every state and colour scheme, narrow screens, zoom, target sizes.
import type { Page } from "@playwright/test";
import { linkOf, cases } from "./cases.ts";
import { axeMilliseconds, axeOf, expect, test } from "./fixtures.ts";

const caseLink = (name: string): string => {
  const found = cases.find((item) => item.name === name);
  if (!found) throw new Error(name);
  return linkOf(found.request);
};

const states: Record<string, string> = {
  welcome: "",
  plans: "policy=zitadel",
  result: caseLink("ZITADEL, one business hour over a weekend"),
  decided: caseLink("ZITADEL, decided from answers"),
  holidays: caseLink("ControlPlane, business hours under an assumed holiday list"),
  "clock change": "policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-4&at=2026-03-27T15:30:00Z&tz=Europe/London",
  range: caseLink("Scalr, a business day nobody defines is a range"),
  unclear: caseLink("Scalr, every level possible"),
  "no promise": caseLink("ZITADEL, best effort"),
  "no levels": caseLink("Spacelift, no levels at all"),
  "bad link": "policy=acme&colour=red",
  error: "policy=stakater&plan=premium&severity=p4&assume.working_hours=25:00-26:00",
};

test.describe.configure({ timeout: axeMilliseconds });

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectAccessible(page: Page, what: "everything" | "colours" = "everything"): Promise<void> {
  // The line at the bottom of a narrow screen covers part of whatever is below it; sizes have a test of their own.
  const axe = axeOf(page).disableRules(what === "everything" && (page.viewportSize()?.width ?? 0) < 900 ? ["target-size"] : []);
  const { violations } = await (what === "colours" ? axe.withRules(["color-contrast"]) : axe.withTags(everything)).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) }))).toEqual([]);
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const element of document.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
    for (const root of roots) for (const details of root.querySelectorAll("details")) details.open = true;
  });
}

async function expectNoSideways(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scroll: scrollWidth, client: clientWidth };
  });
  expect(scroll).toBeLessThanOrEqual(client);
}

test("axe finds what is wrong within the calculator", async ({ page, open }) => {
  await open(states.plans);
  await page.evaluate(() => document.querySelector("support-calculator")?.shadowRoot?.querySelector("h2")?.append(document.createElement("button")));
  const { violations } = await axeOf(page).withTags(everything).analyze();
  expect(violations.map(({ id }) => id)).toEqual(["button-name"]);
});

for (const [name, link] of Object.entries(states)) {
  for (const scheme of ["light", "dark"] as const) {
    test(`axe: ${name}, ${scheme}`, async ({ page, open }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(link);
      await openAll(page);
      await expectAccessible(page, scheme === "light" ? "everything" : "colours");
    });
  }

  test(`narrow: ${name}`, async ({ page, open }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(link);
    await openAll(page);
    await expectNoSideways(page);
    // 1280 by 1024 at 400 %
    await page.setViewportSize({ width: 320, height: 256 });
    await expectNoSideways(page);
  });
}

for (const name of ["result", "holidays", "range", "unclear"]) {
  test(`axe: ${name}, forced colours`, async ({ page, open }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(states[name]);
    await expectAccessible(page, "colours");
  });

  test(`axe: ${name}, narrow`, async ({ page, open }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(states[name]);
    await expectAccessible(page);
  });
}

test.describe("in German", () => {
  test.use({ locale: "de-DE" });
  for (const [name, link] of Object.entries(states)) {
    test(`axe and narrow: ${name}`, async ({ page, open }) => {
      await open(link);
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
      await openAll(page);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSideways(page);
    });
  }
});

test("dark mode changes the colours", async ({ page, open }) => {
  const background = () => page.locator(".answer").evaluate((element) => getComputedStyle(element).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await open(states.result);
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background()).not.toBe(light);
});

test("nothing moves for those who asked for less motion, or for anyone", async ({ page, open }) => {
  await open(states.result);
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

test("what can be pressed is large enough", async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(states.result);
  const small = await page
    .locator("button:visible, select:visible, summary:visible, label.choice:visible, label.check:visible, input:not([type=radio], [type=checkbox]):visible")
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ box: element.getBoundingClientRect(), name: element.textContent.trim().slice(0, 30) }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name }) => name),
    );
  expect(small).toEqual([]);
});

test("an entry in focus is not behind the line at the bottom", async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(states.result);
  const hidden: string[] = [];
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const root = document.querySelector("support-calculator")?.shadowRoot;
      const active = root?.activeElement;
      const line = root?.querySelector(".jump");
      if (!active || !line || active === line || !line.checkVisibility()) return null;
      const box = (active.closest(".choice") ?? active).getBoundingClientRect();
      const over = line.getBoundingClientRect();
      return box.top >= over.top && box.bottom <= over.bottom ? `${active.tagName} ${active.id}` : null;
    });
    if (name !== null) hidden.push(name);
  }
  expect(hidden).toEqual([]);
});
