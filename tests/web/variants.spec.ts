// The pages that show the ways of embedding do what they show, under the headers they are served with.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { axeMilliseconds, axeOf, dist } from "./fixtures.ts";
import { expect, hostPage, integrityOf, test } from "./host.ts";

const level = ".answer .level-label";

const shown = new Map([
  ["plain", "Severity 1"],
  ["by-hand", "Severity 1"],
  ["own-policy", "Outage"],
  ["compact", "Severity 1"],
  ["several", "P1"],
  ["frame", "Severity 1"],
  ["instant", "Priority 1"],
]);

test("there is a test for each, and the list leads to all", async ({ page, elsewhere }) => {
  const names = readdirSync(path.join(dist, "variants")).filter((name) => name.endsWith(".html") && !["index.html", "builder.html"].includes(name)).map((name) => path.basename(name, ".html"));
  expect(names.sort()).toEqual([...shown.keys(), "other-origin"].sort());
  await page.goto(`${elsewhere}variants/`);
  const links = await page.getByRole("listitem").getByRole("link").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("href")));
  expect(links.sort()).toEqual(names.map((name) => `${name}.html`).sort());
});

for (const [name, text] of shown) {
  test(`the page "${name}"`, async ({ page, elsewhere }) => {
    await page.goto(`${elsewhere}variants/${name}.html`);
    const within = name === "frame" ? page.frameLocator("iframe") : page;
    await expect(within.locator(level).first()).toHaveText(text);
    const source = readFileSync(path.join(dist, "variants", `${name}.html`), "utf8");
    const code = (await page.locator("pre").innerText()).replaceAll(/\s+/g, " ").trim();
    expect(source.replaceAll(/\s+/g, " ")).toContain(`<!-- snippet --> ${code} <!-- /snippet -->`);
    const addresses = await page.getByRole("link").evaluateAll((nodes) => nodes.map((node) => (node as HTMLAnchorElement).href));
    expect(addresses).toContain(`${elsewhere}variants/`);
  });
}

test("the page from another origin, on another origin", async ({ page, other, elsewhere }) => {
  const source = readFileSync(path.join(dist, "variants/other-origin.html"), "utf8").replaceAll("https://calculator.example/", elsewhere);
  expect(source).toContain(`integrity="${integrityOf("widget.js")}"`);
  await page.goto(other.put("variant.html", source.replaceAll(/<link [^>]*>/g, '<link rel="icon" href="data:,">')));
  await expect(page.locator(level)).toHaveText("Severity 1");
});

test("instant navigation: the next page's calculator begins, and nothing is loaded twice", async ({ page, elsewhere, requests }) => {
  await page.goto(`${elsewhere}variants/instant.html`);
  await expect(page.locator(level)).toHaveText("Priority 1");
  await page.getByRole("link", { name: "Go to another page" }).click();
  await expect(page).toHaveURL(/plain\.html$/);
  await expect(page.locator(level)).toHaveText("Severity 1");
  expect(requests.filter((url) => /widget\.js|\.wasm/.test(url)).length).toBe(2);
});

for (const name of ["plain", "compact", "own-policy", "builder"]) {
  test(`axe finds nothing in "${name}"`, async ({ browser, elsewhere }) => {
    test.setTimeout(axeMilliseconds);
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${elsewhere}variants/${name}.html`);
    await expect(page.locator(".layout[aria-busy=false]")).toBeVisible();
    const { violations } = await axeOf(page).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await context.close();
  });
}

test("the builder shows what it writes, and what it writes works elsewhere", async ({ page, elsewhere, other }) => {
  await page.goto(`${elsewhere}variants/builder.html`);
  await page.getByLabel("Policy", { exact: true }).selectOption("spacelift");
  await page.getByLabel("Plan", { exact: true }).first().selectOption("gold");
  await page.getByLabel("View").selectOption("compact");
  await page.getByLabel("Language").selectOption("de");
  await expect(page.locator("support-calculator .layout[data-compact]")).toBeVisible();
  await expect(page.locator("support-calculator [name=plan]:checked")).toHaveValue("gold");
  await page.getByLabel("Colour on light pages").fill("#6b2c91");
  await expect(page.locator("support-calculator")).toHaveCSS("--support-calculator-accent", "light-dark(#6b2c91, #6fd0d6)");
  await expect(page.locator("#contrast")).toBeEmpty();
  const code = await page.locator("#code").innerText();
  expect(code).toContain(`integrity="${integrityOf("widget.js")}"`);
  expect(code).toContain('<support-calculator policy="spacelift" plan="gold" language="de" view="compact">');
  expect(code).toContain("--support-calculator-on-accent: light-dark(#ffffff, #000000);");
  await page.getByLabel("Colour on light pages").fill("#ffff00");
  await expect(page.locator("#contrast")).toContainText("hard to read");

  const [markup = ""] = code.split("/* in a style sheet");
  await page.goto(other.put("built.html", hostPage(markup, "")));
  await expect(page.locator("support-calculator .layout[data-compact]")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Auswirkung" }).first()).toBeVisible();
});
