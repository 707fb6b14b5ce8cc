// A policy of the host's own: taken from where the host allows, only as far as the core takes it, and shown as what it is.
import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { axeMilliseconds, axeOf, supportcalc } from "./fixtures.ts";
import { expect, hostPage, noWasm, sameOrigin, test, told } from "./host.ts";

const text = readFileSync(fileURLToPath(new URL("../../docs/examples/acorn.json", import.meta.url)), "utf8");
const level = ".answer .level-label";
const calculator = (attributes: string): string =>
  `<support-calculator plan="gold" severity="outage" ${attributes}><p>Our support terms</p></support-calculator>`;

test("from the host's own origin", async ({ page, host, same }) => {
  same.put("acorn.json", text);
  await host(calculator('policy-src="acorn.json"'));
  await expect(page.locator(level)).toHaveText("Outage");
  await expect(page.locator(".origin")).toContainText(new URL(same.url).origin);
  await expect(page.getByLabel("Vendor", { exact: true })).toHaveCount(0);
  await expect(page.locator("#permalink")).toHaveCount(0); // no page of ours knows the policy
  expect(await told(page, "ready")).toMatchObject([{ detail: { result: { policy: { id: "acorn" } } } }]);
  expect(await told(page, "error")).toEqual([]);
});

test("from another origin only when the host names it", async ({ page, other, elsewhere, complaints }) => {
  const asked: string[] = [];
  await page.route("**/acorn.json", async (route) => {
    asked.push(await route.request().headerValue("cookie") ?? "no cookie");
    await route.fulfill({ body: text, headers: { "access-control-allow-origin": "*" } });
  });
  const script = `<script type="module" src="${elsewhere}widget.js" crossorigin></script>`;
  const source = `policy-src="${elsewhere}acorn.json"`;
  await page.goto(other.put("foreign.html", hostPage(calculator(source), script)));
  await expect.poll(() => told(page, "error")).toMatchObject([{ detail: { code: "policy", diagnostics: [{ code: "widget.origin_not_allowed" }] } }]);
  expect(asked).toEqual([]);
  await expect(page.getByText("Our support terms")).toBeVisible();

  await page.evaluate((origin) => document.querySelector("support-calculator")?.setAttribute("policy-origin", origin), new URL(elsewhere).origin);
  await expect(page.locator(level)).toHaveText("Outage");
  await expect(page.locator(".origin")).toContainText(`provided by ${new URL(elsewhere).origin}`);
  expect(asked).toEqual(["no cookie"]);
  expect(complaints).toEqual([]);
});

test("with a hash, only what has it", async ({ page, host, same, complaints }) => {
  const hash = `sha256-${createHash("sha256").update(text).digest("base64")}`;
  same.put("hashed.json", text);
  await host(calculator(`policy-src="hashed.json" policy-integrity="${hash}"`));
  await expect(page.locator(level)).toHaveText("Outage");
  same.put("hashed.json", text.replace("Acorn Hosting: support", "Acorn Hosting: other"));
  await host(calculator(`policy-src="hashed.json" policy-integrity="${hash}"`));
  await expect.poll(() => told(page, "error")).toMatchObject([{ detail: { code: "files" } }]);
  await expect(page.getByText("Our support terms")).toBeVisible();
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

test("without WebAssembly the host's own content stays, such as the tables that the command writes", async ({ page, host, same, complaints }) => {
  test.setTimeout(axeMilliseconds);
  await page.addInitScript(noWasm);
  same.put("acorn.json", text);
  const tables = supportcalc(["show", "acorn", "--policies", fileURLToPath(new URL("../../docs/examples/", import.meta.url)), "--html"]);
  await host(`<h2>Support</h2><support-calculator policy-src="acorn.json" plan="gold">${tables}</support-calculator>`);
  await expect.poll(async () => (await told(page, "error")).map(({ detail }) => detail.code)).toEqual(["blocked"]);
  await expect(page.getByRole("table", { name: "First response" })).toBeVisible();
  await expect(page.locator(".layout")).toHaveCount(0);
  const { violations } = await axeOf(page).analyze();
  expect(violations).toEqual([]);
  complaints.length = 0;
});

test("too large a file is not read to its end", async ({ page, host, same }) => {
  same.put("large.json", `${text.trimEnd()}${" ".repeat(256 * 1024)}`);
  await host(calculator('policy-src="large.json"'));
  await expect.poll(() => told(page, "error")).toMatchObject([{ detail: { code: "policy", diagnostics: [{ code: "widget.policy_too_large" }] } }]);
  await expect(page.getByText("Our support terms")).toBeVisible();
});

for (const [what, broken] of [
  ["no JSON", "{"],
  ["no policy", '{"id": "acorn", "plans": 7}'],
  ["null", "null"],
  ["a list", "[]"],
  ["a plan that is named and not there", text.replace(/"plans": \["[a-z-]+"/, '"plans": ["nobody"')],
  ["markup in every place", text.replace('"Acorn Hosting: support"', '"<img src=x onerror=alert(1)>", "unknown-key": 1')],
] as const) {
  test(`the core refuses: ${what}`, async ({ page, host, same }) => {
    same.put("broken.json", broken);
    await host(calculator('policy-src="broken.json"'));
    await expect.poll(async () => (await told(page, "error")).map(({ detail }) => detail.code)).toContain("policy");
    // Authors see why, readers what stands between the tags.
    await expect(page.locator(".problem li").first()).toBeVisible();
    await expect(page.getByText("Our support terms")).toBeVisible();
  });
}

test("markup and scripts in texts and addresses stay text", async ({ page, host, same }) => {
  const hostile = JSON.parse(text) as { title: unknown; vendor: { name: string }; sources: { url: string; title: string }[] };
  hostile.title = { en: "<img src=x onerror=alert(1)>" };
  if (hostile.sources[0]) hostile.sources[0] = { ...hostile.sources[0], url: "https://acorn.example/\"onclick=alert(1)", title: "<b>Title</b>" };
  same.put("hostile.json", JSON.stringify(hostile));
  await host(calculator('policy-src="hostile.json"'), sameOrigin);
  await expect(page.locator(".section-sources, .problem").first()).toBeVisible();
  expect(await page.locator("support-calculator img, support-calculator b").count()).toBe(0);
  const links = await page.locator(".layout a").evaluateAll((nodes) => nodes.map((node) => (node as HTMLAnchorElement).protocol));
  expect(links.filter((protocol) => !["https:", "mailto:", "tel:", "http:"].includes(protocol))).toEqual([]);
});

const example = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../data/examples/${name}/policy.json`, import.meta.url)), "utf8");
const due = ".answer .moment-main time";

test("a contract's zone, holidays and times are entries, and so is a guess between hours", async ({ page, host, same }) => {
  same.put("quayside.json", example("contract-settles-hours"));
  await page.clock.setFixedTime("2026-05-22T13:00:00Z");
  await host('<support-calculator policy-src="quayside.json"></support-calculator>');
  await expect(page.locator(".answer")).toContainText("Agreed time zone");
  await page.getByLabel("Agreed time zone").fill("europe/london");
  await page.getByLabel("Agreed time zone").blur();
  await expect(page.locator(due).first()).toHaveAttribute("datetime", "2026-05-25T09:00:00Z");
  await expect(page.getByLabel("Agreed time zone")).toHaveValue("Europe/London");

  await page.getByLabel("Agreed public holidays").selectOption("England and Wales");
  await expect(page.locator(due).first()).toHaveAttribute("datetime", "2026-05-26T09:00:00Z");
  const times = page.getByRole("group", { name: "Agreed times" });
  await expect(times.getByLabel("From")).toHaveValue("08:00");
  await times.getByLabel("From").fill("09:00");
  await times.getByLabel("Until").fill("17:00");
  await expect(page.locator(due).first()).toHaveAttribute("datetime", "2026-05-26T09:00:00Z");
  await expect(page.locator(".answer")).toContainText("09:00–17:00");

  await page.getByText("1 assumption").click();
  await page.getByLabel("Clock of the updates").selectOption("Round the clock");
  await expect(page.locator(".section-open")).toContainText("Round the clock");

  await page.getByLabel("Agreed time zone").fill("Europe/Atlantis");
  await page.getByLabel("Agreed time zone").blur();
  await expect(page.locator(".problem")).toContainText("Europe/Atlantis");
});

test("maintenance is told with its day, times, zone, channel, notice, length and limit", async ({ page, host, same }) => {
  same.put("quayside.json", example("contract-settles-hours"));
  await host('<support-calculator policy-src="quayside.json"></support-calculator>');
  await page.locator(".section-facts summary").click();
  await expect(page.locator(".section-facts")).toContainText(
    "first Tuesday of the month; 20:00–22:00; Europe/London; announced here: Portal; announced 24 hours ahead; at most 4 hours per quarter; usually 30 minutes",
  );
});

test("a plan has the levels and questions of the one it builds on", async ({ page, host, same }) => {
  same.put("gable.json", example("one-plan-on-another"));
  await host('<support-calculator policy-src="gable.json"></support-calculator>');
  const levels = page.getByRole("group", { name: "Level", exact: true }).locator(".choice");
  for (const [plan, offered] of [
    ["Ground", ["Outage", "Fault"]],
    ["Upper", ["Outage", "Fault", "Advice"]],
    ["Shed", ["Fault"]],
  ] as const) {
    await page.getByText(plan, { exact: true }).first().click();
    await page.getByText("Pick the level", { exact: false }).first().click();
    await expect(levels).toHaveText([...offered]);
  }
});

test("a channel for other levels is none for this one, and says for which it is", async ({ page, host, same }) => {
  same.put("cobalt.json", example("fine-print"));
  const call = page.locator(".channel", { hasText: "Only if Cobalt asks for it." });
  await host('<support-calculator policy-src="cobalt.json" plan="close" severity="other"></support-calculator>');
  await expect(call).toHaveClass(/channel-no/);
  await host('<support-calculator policy-src="cobalt.json" plan="close" severity="blocking"></support-calculator>');
  await expect(call).toHaveClass(/channel-yes/);
  await expect(call).toContainText(/for .+ only/);
});

test("what holds under a condition that is open says so; alternatives of one step share its number", async ({ page, host, same }) => {
  same.put("granite.json", readFileSync(fileURLToPath(new URL("../data/open_conditions/granite.json", import.meta.url)), "utf8"));
  await host('<support-calculator plan="paid" severity="outage" policy-src="granite.json"></support-calculator>');
  const condition = "Only on this condition: Where does it run? In our cloud";
  const steps = page.locator(".step");
  await expect(steps).toHaveText([/The duty engineer/, /The account manager/, /The director/]);
  await expect(steps.nth(0)).toContainText(condition);
  await expect(steps.nth(1)).toContainText("Only on this condition: Where does it run? On your machines");
  expect(await steps.evaluateAll((all) => all.map((step) => getComputedStyle(step).counterIncrement))).toEqual(["step 1", "none", "step 1"]);
  await page.locator(".section-facts summary").click();
  for (const name of ["facts", "channels", "remedies"]) await expect(page.locator(`.section-${name}`)).toContainText(condition);

  await expect(page.locator(".section-scope")).toContainText("The policy has no list of what it covers.");

  await page.getByLabel("In our cloud").check();
  await expect(steps).toHaveText([/The duty engineer/, /The director/]);
  // The question that is left decides no level: only a link can answer it.
  await expect(page.locator(".result").getByText("Only on this condition")).toHaveText([/Elsewhere: staging, test, development/]);
  await page.getByLabel("Free", { exact: true }).check();
  await expect(page.locator(".entries")).toContainText("Community support only");
  await expect(page.locator(".answer")).toContainText("No severity levels");
});
