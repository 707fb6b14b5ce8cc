// What was entered last is what is answered, whatever arrives when; and an answer is told with the entries it belongs to.
import type { Page } from "@playwright/test";
import { expect as expectPage, settled, test as pageTest } from "./fixtures.ts";
import { expect, test, told } from "./host.ts";

interface Held {
  /** Comes when somebody asks for such a file. */
  asked: Promise<void>;
  letThrough: () => void;
}

// Keeps back what is asked for beneath a folder of policies.
async function hold(page: Page, policy: string): Promise<Held> {
  let letThrough = (): void => undefined;
  const wait = new Promise<void>((resolve) => { letThrough = resolve; });
  let tellAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => { tellAsked = resolve; });
  await page.route(`**/${policy}/*.json`, async (route) => {
    tellAsked();
    await wait;
    await route.continue();
  });
  return { asked, letThrough };
}

interface Told {
  link: string;
  result: { policy: { id: string; revision: string }; plan: { id: string }; severity: { id: string | null } } | null;
}

// What an answer says of its own entries is what its link says.
function expectOneStory({ link, result }: Told): void {
  if (!result) return;
  const entries = new URLSearchParams(link);
  expect(entries.get("policy")).toBe(`${result.policy.id}@${result.policy.revision}`);
  expect(entries.get("plan")).toBe(result.plan.id);
  if (entries.has("severity")) expect(entries.get("severity")).toBe(result.severity.id);
}

const changes = async (page: Page): Promise<Told[]> => (await told(page, "change")).map(({ detail }) => detail as Told);

const spacelift = '<support-calculator id="a" policy="spacelift@2024-11-20" plan="gold" severity="severity-1" time-zone="Asia/Tokyo"></support-calculator>';

for (const first of ["scalr", "stakater"]) {
  test(`two policies set one after the other, of which ${first} arrives first: the later one is shown`, async ({ page, host }) => {
    await host(spacelift);
    await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
    const held = { scalr: await hold(page, "scalr"), stakater: await hold(page, "stakater") };
    const element = page.locator("support-calculator");
    await element.evaluate((calculator) => {
      calculator.setAttribute("policy", "scalr");
      calculator.setAttribute("plan", "business");
      calculator.setAttribute("severity", "p1");
    });
    await held.scalr.asked;
    await element.evaluate((calculator) => {
      calculator.setAttribute("policy", "stakater");
      calculator.setAttribute("plan", "premium");
      calculator.setAttribute("severity", "p2");
    });
    await held.stakater.asked;
    const [one, other] = first === "scalr" ? [held.scalr, held.stakater] : [held.stakater, held.scalr];
    const gone = page.waitForResponse((response) => response.url().includes(`/${first}/`));
    one.letThrough();
    await gone;
    other.letThrough();
    await expect(page.locator(".sections")).toContainText("Stakater");
    await expect(page.locator(".answer .level-label")).toContainText("2");
    await page.waitForLoadState("networkidle");
    expect(await told(page, "error")).toEqual([]);
    for (const change of await changes(page)) expectOneStory(change);
    const last = (await changes(page)).at(-1);
    expect(last?.link).toContain("policy=stakater@");
    expect(last?.result).toMatchObject({ policy: { id: "stakater" }, plan: { id: "premium" }, severity: { id: "p2" } });
  });
}

test("a vendor without a plan, set while another's policy is on its way, gets no answer of anybody's", async ({ page, host }) => {
  await host(spacelift);
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
  const [scalr, stakater] = [await hold(page, "scalr"), await hold(page, "stakater")];
  const element = page.locator("support-calculator");
  await element.evaluate((calculator) => { calculator.setAttribute("policy", "scalr"); });
  await scalr.asked;
  await element.evaluate((calculator) => {
    calculator.setAttribute("policy", "stakater");
    for (const name of ["plan", "severity"]) calculator.removeAttribute(name);
  });
  await stakater.asked;
  scalr.letThrough();
  stakater.letThrough();
  await expect(page.locator(".field-plan")).toContainText("Premium");
  await expect(page.locator(".answer")).toHaveCount(0);
  expect(await told(page, "error")).toEqual([]);
});

test("attributes changed in quick succession: each event tells entries and answer of one moment", async ({ page, host }) => {
  await host(spacelift);
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
  await page.locator("support-calculator").evaluate(async (calculator) => {
    for (const [plan, severity] of [["silver", "severity-4"], ["bronze", "severity-2"], ["gold", "severity-3"], ["silver", "severity-1"], ["gold", "severity-2"]] as const) {
      calculator.setAttribute("plan", plan);
      calculator.setAttribute("severity", severity);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 2");
  const all = await changes(page);
  for (const change of all) expectOneStory(change);
  expect(all.at(-1)?.result).toMatchObject({ plan: { id: "gold" }, severity: { id: "severity-2" } });
  // Each answer is told once.
  expect(new Set(all.map((change) => JSON.stringify(change))).size).toBe(all.length);
});

pageTest("two quick changes of the address: the later one stays, in the address and on the page", async ({ page, open }) => {
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1&at=2026-04-02T14:30:00Z");
  const scalr = await hold(page, "scalr");
  await page.evaluate(() => { location.hash = "policy=scalr@undated&plan=business&severity=p1&at=2026-04-02T14:30:00Z"; });
  await scalr.asked;
  await page.evaluate(() => { location.hash = "policy=spacelift@2024-11-20&plan=silver&severity=severity-2&at=2026-04-02T14:30:00Z"; });
  await expectPage(page.locator(".answer .level-label")).toHaveText("Severity 2");
  scalr.letThrough();
  await page.waitForLoadState("networkidle");
  await settled(page);
  await expectPage(page.locator(".answer .level-label")).toHaveText("Severity 2");
  await expectPage(page.locator(".field-plan :checked")).toHaveValue("silver");
  expectPage(new URL(page.url()).hash).toContain("policy=spacelift@2024-11-20");
});

pageTest("an answer that comes while the address changes does not take the address back", async ({ page, open }) => {
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1&at=2026-04-02T14:30:00Z");
  // Both changes are there before either is answered.
  await page.evaluate(async () => {
    const calculator = document.querySelector("support-calculator");
    calculator?.shadowRoot?.querySelector<HTMLInputElement>("input[name=plan][value=silver]")?.click();
    location.hash = "policy=scalr@undated&plan=business&severity=p1&at=2026-04-02T14:30:00Z";
    await new Promise<void>((resolve) => {
      window.addEventListener("hashchange", () => { resolve(); }, { once: true });
    });
  });
  await expectPage(page.locator(".answer .level-label")).toHaveText("Priority 1");
  await settled(page);
  expectPage(new URL(page.url()).hash).toContain("policy=scalr@undated");
});

// --- in a comparison

const comparison = "view=compare&policy=spacelift@2024-11-20&severity=severity-1&at=2026-04-02T14:30:00Z&tz=Europe/Berlin";
const compared = (page: Page): Promise<void> => expectPage(page.locator("support-compare .page[aria-busy=false]")).toBeVisible();

// Keeps back what is asked of workers from now on.
async function holdWorkers(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const kept: (() => void)[] = [];
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      kept.push(() => { post.call(this, message); });
    };
    Object.assign(window, {
      letWorkersGo: () => {
        Worker.prototype.postMessage = post;
        for (const each of kept) each();
      },
    });
  });
  return () => page.evaluate(() => { (window as unknown as { letWorkersGo: () => void }).letWorkersGo(); });
}

pageTest("a time entered in a comparison stays in its field until it is compared, and after", async ({ page, site }) => {
  await page.goto(`${site}#${comparison}`);
  await compared(page);
  const letGo = await holdWorkers(page);
  const time = page.locator("support-compare #filed-time");
  await expectPage(time).toHaveValue("16:30");
  // Not in focus: what is being typed is left alone anyway.
  await time.evaluate((input: HTMLInputElement) => {
    input.value = "18:00";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expectPage(page.locator("support-compare .page[aria-busy=true]")).toBeVisible();
  await expectPage(time).toHaveValue("18:00");
  await letGo();
  await compared(page);
  await expectPage(time).toHaveValue("18:00");
  await expectPage(page.locator("support-compare .filed")).toContainText("18:00");
});

pageTest("filing now, chosen behind a time, is not undone by the time", async ({ page, site }) => {
  await page.goto(`${site}#${comparison}`);
  await compared(page);
  await page.evaluate(() => {
    const root = document.querySelector("support-compare")?.shadowRoot;
    const time = root?.querySelector<HTMLInputElement>("#filed-time");
    const now = root?.querySelector<HTMLInputElement>("input[name=filing][value=now]");
    if (!time || !now) throw new Error("there are no such entries");
    time.value = "18:00";
    time.dispatchEvent(new Event("change", { bubbles: true }));
    now.click();
  });
  await expectPage.poll(() => new URL(page.url()).hash).not.toContain("at=");
  await compared(page);
  await expectPage(page.locator("support-compare input[name=filing][value=now]")).toBeChecked();
  expectPage(new URL(page.url()).hash).not.toContain("at=");
});
pageTest("while another vendor is compared, nothing can be entered for the one before", async ({ page, site }) => {
  await page.goto(`${site}#${comparison}`);
  await compared(page);
  const letGo = await holdWorkers(page);
  const form = page.locator("support-compare form");
  await form.locator("#policy").focus();
  await form.locator("#policy").selectOption("scalr");
  await expectPage(page.locator("support-compare .page[aria-busy=true]")).toBeVisible();
  await expectPage(form.locator("#policy")).toHaveValue("scalr");
  await expectPage(form.locator("#policy")).toBeFocused();
  await expectPage(form.locator("[inert] [id=impact-heading]")).toHaveCount(1);
  // What stands there is the comparison's, whole, and out of reach.
  await expectPage(form.locator("[inert] input[value=severity-1]")).toBeChecked();
  await letGo();
  await compared(page);
  await expectPage(form.locator("[inert]")).toHaveCount(0);
  await expectPage(form.locator(".field-way :checked")).toHaveValue("describe");
});

pageTest("while another vendor's files are on their way, nothing can be entered for the one before", async ({ page, open }) => {
  await open("policy=spacelift@2024-11-20&plan=gold&severity=severity-1&at=2026-04-02T14:30:00Z");
  const scalr = await hold(page, "scalr");
  const form = page.locator("support-calculator form");
  const vendor = form.locator("#policy");
  await vendor.focus();
  await vendor.selectOption("scalr");
  await scalr.asked;
  await expectPage(vendor).toHaveValue("scalr");
  await expectPage(vendor).toBeFocused();
  // What stands there is the answer's, whole, and out of reach.
  for (const value of ["gold", "severity-1"]) await expectPage(form.locator(`[inert] input[value=${value}]`)).toBeChecked();
  scalr.letThrough();
  await settled(page);
  await expectPage(form.locator("[inert]")).toHaveCount(0);
  await expectPage(form.getByRole("radio", { name: "Business" })).not.toBeChecked();
});
