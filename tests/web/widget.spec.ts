// <support-calculator> in pages of others.
import type { Page } from "@playwright/test";
import { arm, axeMilliseconds, axeOf, settled, trapWhenArmed } from "./fixtures.ts";
import { expect, hostPage, integrityOf, noWasm, sameOrigin, test, told } from "./host.ts";

const attributes = 'policy="zitadel@2023-10-06" plan="extended-sla" severity="severity-1" time-zone="Asia/Tokyo"';
const element = `<support-calculator id="a" ${attributes}><a href="https://example.com/support">Our support terms</a></support-calculator>`;
const far = "<p>Text</p>".repeat(400);

const level = ".answer .level-label";

/** Files of this pattern arrive with a byte more. One that is asked for twice may be on its way when a test has seen enough. */
async function spoil(page: Page, pattern: string): Promise<void> {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from("\n")]) });
  });
}

test.describe("where it runs", () => {
  test("under a strict policy of the same origin, without a trace", async ({ page, host, requests }) => {
    await host("<p>nothing yet</p>", "");
    const before = await page.evaluate(() => Object.keys(window));
    await host(element);
    await expect(page.locator(level)).toHaveText("Severity 1");
    await expect(page.locator(".share")).toBeVisible(); // what is loaded after the answer, too
    expect(await page.evaluate(() => Object.keys(window))).toEqual(before);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(requests.filter((url) => url.includes("#") || url.includes("?"))).toEqual([]);
  });

  test("from another origin, its entry asked for by its hash", async ({ page, other, elsewhere, requests }) => {
    const script = `<script type="module" src="${elsewhere}widget.js" integrity="${integrityOf("widget.js")}" crossorigin></script>`;
    await page.goto(other.put("cross.html", hostPage(element, script)));
    await expect(page.locator(level)).toHaveText("Severity 1");
    await expect(page.locator(".share input")).toHaveValue(new RegExp(`^${elsewhere}#at=`));
    const loaded = requests.filter((url) => url.startsWith(elsewhere) && !url.endsWith("widget.js"));
    expect(loaded.length).toBeGreaterThan(4);
    // Every script that came later was let through by its hash.
    const checked = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]")].filter(({ integrity }) => integrity.startsWith("sha256-")).map(({ href }) => href),
    );
    expect(loaded.filter((url) => url.endsWith(".js")).sort()).toEqual(checked.sort());
  });

  for (const [what, pattern] of [
    ["the calculator", "**/assets/calculator-*.js"],
    ["the words", "**/assets/en-first-*.js"],
    ["the module", "**/assets/*.wasm"],
    ["the policy", "**/first/*/zitadel/*.json"],
  ] as const) {
    test(`a changed file is refused: ${what}`, async ({ page, host, complaints }) => {
      await spoil(page, pattern);
      await host(element);
      await expect.poll(async () => (await told(page, "error")).length).toBeGreaterThan(0);
      await expect(page.getByRole("link", { name: "Our support terms" })).toBeVisible();
      expect(await told(page, "ready")).toEqual([]);
      await page.unrouteAll({ behavior: "wait" });
      await page.close(); // which ends its complaints
      expect(complaints.some((message) => message.includes("integrity"))).toBe(true);
      complaints.length = 0;
    });
  }

  for (const [what, pattern] of [
    ["the script", "**/assets/details-*.js"],
    ["the policy", "**/policies/zitadel/*.json"],
    ["the hashes", "**/assets/later-*.json"],
  ] as const) {
    test(`a changed file of what follows the answer is refused: ${what}`, async ({ page, host, complaints }) => {
      await spoil(page, pattern);
      await host(element);
      await expect.poll(async () => (await told(page, "error")).map(({ detail }) => detail.code)).toEqual(["files"]);
      await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
      await expect(page.getByRole("heading", { name: "A file of this page could not be read" })).toBeVisible();
      await page.unrouteAll({ behavior: "wait" });
      await page.close(); // which ends its complaints
      expect(complaints.some((message) => message.includes("integrity"))).toBe(true);
      complaints.length = 0;
    });
  }

  test("an answer does without the policy's other texts, whatever is entered next", async ({ page, host, complaints }) => {
    await page.route("**/policies/zitadel/*.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from("\n")]) });
    });
    await host(element);
    await expect(page.getByRole("heading", { name: "A file of this page could not be read" })).toBeVisible();
    await page.locator("support-calculator").evaluate((calculator) => {
      calculator.setAttribute("severity", "severity-2");
    });
    await expect(page.locator(".answer .level-label")).toHaveText("Severity 2");
    // It is asked for again, and said once: two messages of the browser for each time.
    await expect.poll(() => complaints.filter((message) => message.includes("SRI") || message.includes("integrity")).length).toBe(4);
    expect((await told(page, "error")).map(({ detail }) => detail.code)).toEqual(["files"]);
    complaints.length = 0;
  });

  test("the entries hold no code from text, and import nothing beside", async ({ page, same }) => {
    for (const file of ["widget.js", "element.js"]) {
      const text = await (await page.request.get(`${same.url}calc/${file}`)).text();
      expect(text).not.toMatch(/\beval\(|new Function\b|innerHTML|^import|[;}]import["'{*]/);
    }
  });

  test("without WebAssembly what stands between the tags stays", async ({ page, host, complaints }) => {
    await page.addInitScript(noWasm);
    await host(element);
    await expect.poll(async () => (await told(page, "error")).map(({ detail }) => detail.code)).toEqual(["blocked"]);
    await expect(page.getByRole("link", { name: "Our support terms" })).toBeVisible();
    await expect(page.locator(".layout")).toHaveCount(0);
    complaints.length = 0; // the module says aloud that it could not start
  });

  test("without WebAssembly and with nothing between the tags, the policy can be read", async ({ page, host, complaints }) => {
    test.setTimeout(axeMilliseconds);
    await page.addInitScript(noWasm);
    await host('<support-calculator policy="zitadel@2023-11-15" plan="free" severity="severity-1"> <!-- none --> </support-calculator>');
    const table = page.getByRole("table", { name: "First response" });
    await expect(table.getByRole("cell").first()).toHaveText(/^1 business hour, if Extended support booked: yes \[\d+\]Not applicable \[\d+\]$/);
    const { violations } = await axeOf(page).analyze();
    expect(violations).toEqual([]);
    complaints.length = 0;
  });
});

test("a module that stops is replaced by a fresh one, and the policy can be read until then", async ({ page, host }) => {
  test.setTimeout(axeMilliseconds);
  await page.addInitScript(trapWhenArmed);
  await host('<support-calculator policy="zitadel@2023-11-15" plan="production" severity="severity-1"></support-calculator>');
  await settled(page);
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 1");
  const choose = (severity: string): Promise<void> =>
    page.locator("support-calculator").evaluate((calculator, level) => {
      calculator.setAttribute("severity", level);
    }, severity);

  await arm(page, true);
  await choose("severity-2");
  await expect(page.getByRole("heading", { name: "The calculation broke off" })).toBeVisible();
  await expect(page.getByRole("table", { name: "First response" })).toBeVisible();
  await expect(page.locator(".answer")).toHaveCount(0);
  expect((await told(page, "error")).map(({ detail }) => detail.code)).toEqual(["trapped"]);
  const { violations } = await axeOf(page).analyze();
  expect(violations).toEqual([]);

  await arm(page, false);
  await choose("severity-3");
  await expect(page.locator(".answer .level-label")).toHaveText("Severity 3");
  await expect(page.getByRole("heading", { name: "The calculation broke off" })).toHaveCount(0);
});

test.describe("when it loads", () => {
  test("only near the viewport", async ({ page, host, requests }) => {
    await host(`${far}${element}`);
    await page.waitForFunction(() => customElements.get("support-calculator") !== undefined);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(requests.filter((url) => /assets|policies/.test(url))).toEqual([]);
    await page.getByRole("link", { name: "Our support terms" }).scrollIntoViewIfNeeded();
    await expect(page.locator(level)).toHaveText("Severity 1");
    await expect(page.getByRole("link", { name: "Our support terms" })).toBeHidden();
  });

  test("when focused, and the focus goes on inside", async ({ page, host }) => {
    await host(`${far}${element}`);
    await page.waitForFunction(() => customElements.get("support-calculator") !== undefined);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("support-calculator a")?.focus({ preventScroll: true });
    });
    await expect(page.locator(level)).toHaveText("Severity 1");
    // The entries, which take the focus, follow the answer.
    await expect.poll(() => page.evaluate(() => document.querySelector("#a")?.shadowRoot?.activeElement?.tagName)).toBe("INPUT");
  });

  test("by focus() of a script", async ({ page, host }) => {
    await host(`${far}${element}`);
    await page.waitForFunction(() => customElements.get("support-calculator") !== undefined);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("#a")?.focus({ preventScroll: true });
    });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("a");
  });
});

test.describe("attributes and properties", () => {
  test("the impact decides the level", async ({ page, host }) => {
    await host(
      '<support-calculator policy="zitadel" revision="2023-10-06" plan="extended-sla" impact="request=incident availability=down, core_function=yes; business_critical=yes"></support-calculator>',
    );
    await expect(page.locator(level)).toHaveText("Severity 1");
    await expect(page.locator(".answer")).toContainText("Decided from your answers");
  });

  test("properties mirror them, and a change starts over", async ({ page, host }) => {
    await host(element);
    await expect(page.locator(level)).toHaveText("Severity 1");
    expect(
      await page.evaluate(() => {
        const calculator = document.querySelector("support-calculator");
        if (!calculator) throw new Error("there is none");
        calculator.severity = "severity-2";
        calculator.timeZone = "Europe/Berlin";
        calculator.revision = null;
        return [calculator.getAttribute("severity"), calculator.getAttribute("time-zone"), calculator.hasAttribute("revision"), calculator.plan];
      }),
    ).toEqual(["severity-2", "Europe/Berlin", false, "extended-sla"]);
    await expect(page.locator(level)).toHaveText("Severity 2");
    await expect(page.locator(".moment-zone").first()).toContainText("Berlin");
    expect((await told(page, "error")).length).toBe(0);
  });

  test("a value that means nothing is told, and what was shown stays", async ({ page, host }) => {
    await host(element);
    await expect(page.locator(level)).toHaveText("Severity 1");
    await page.evaluate(() => document.querySelector("#a")?.setAttribute("plan", "no-such-plan"));
    await expect.poll(() => told(page, "error")).toMatchObject([{ detail: { code: "attribute", names: ["plan"] } }]);
    await expect(page.locator(level)).toHaveText("Severity 1");
    await expect(page.locator(".banner", { hasText: "link" })).toHaveCount(0);
  });

  test("a value that means nothing from the start is left out", async ({ page, host }) => {
    await host('<support-calculator policy="zitadel@1999-01-01" severity="severity-1" impact="x=y" time-zone="Nowhere/At_All"></support-calculator>');
    await expect.poll(() => told(page, "error")).toMatchObject([{ detail: { code: "attribute", names: ["revision", "time-zone"] } }]);
    await expect(page.getByRole("heading", { name: "Which plan do you have?" })).toBeVisible();
  });

  test("its language is its own, else that of the text around", async ({ page, host }) => {
    await host(`<div lang="de-CH"><support-calculator ${attributes}></support-calculator></div>`);
    await expect(page.locator(".due h3")).toHaveText("Erste Antwort");
    await page.evaluate(() => document.querySelector("support-calculator")?.setAttribute("language", "en"));
    await expect(page.locator(".due h3")).toHaveText("First response");
  });

  test("compact shows the entries and the answer, and a way to the rest", async ({ page, host, same }) => {
    await host(`<support-calculator view="compact" ${attributes}></support-calculator>`);
    await expect(page.locator(level)).toHaveText("Severity 1");
    await expect(page.getByLabel("Vendor", { exact: true })).toHaveCount(0);
    await expect(page.locator(".share, .section-sources, #zone")).toHaveCount(0);
    const link = page.getByRole("link", { name: "The whole answer" });
    await expect(link).toHaveAttribute("href", new RegExp(`^${same.url}calc/#plan=extended-sla&policy=zitadel@2023-10-06&severity=severity-1&tz=Asia/Tokyo$`));
    await page.evaluate(() => document.querySelector("support-calculator")?.removeAttribute("view"));
    await expect(page.locator(".section-sources")).toBeVisible();
  });

  test("without a policy the visitor chooses the vendor", async ({ page, host }) => {
    await host("<support-calculator></support-calculator>");
    await page.getByRole("button", { name: "Scalr" }).click();
    await expect(page.getByRole("heading", { name: "Which plan do you have?" })).toBeVisible();
  });
});

test("events carry what the core answered", async ({ page, host, context }) => {
  await context.grantPermissions(["clipboard-write", "clipboard-read"]);
  await host(element);
  await expect(page.locator(level)).toHaveText("Severity 1");
  expect(await told(page, "ready")).toMatchObject([{ id: "a", detail: { link: "plan=extended-sla&policy=zitadel@2023-10-06&severity=severity-1&tz=Asia/Tokyo" } }]);
  await page.getByLabel(/^Severity 2/).check();
  await expect(page.locator(level)).toHaveText("Severity 2");
  expect((await told(page, "change")).at(-1)).toMatchObject({ detail: { result: { ok: true, severity: { id: "severity-2", status: "given" } } } });
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  const [copy] = await told(page, "copy");
  expect(copy).toMatchObject({ detail: { what: "link" } });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copy?.detail.text);
});

test.describe("in the life of a page", () => {
  test("moved and removed and put back, it keeps its entries", async ({ page, host }) => {
    await host(`${element}<div id="there"></div>`);
    await page.getByLabel(/^Severity 3/).check();
    await expect(page.locator(level)).toHaveText("Severity 3");
    await page.evaluate(() => {
      const calculator = document.querySelector("#a");
      if (calculator) document.querySelector("#there")?.append(calculator);
    });
    await expect(page.locator(level)).toHaveText("Severity 3");
    await page.evaluate(() => {
      const calculator = document.querySelector("#a");
      calculator?.remove();
      Object.assign(window, { kept: calculator });
    });
    await page.evaluate(() => {
      document.body.append((window as unknown as { kept: Element }).kept);
    });
    await expect(page.locator(level)).toHaveText("Severity 3");
    await page.getByLabel(/^Severity 4/).check();
    await expect(page.locator(level)).toHaveText("Severity 4");
    expect((await told(page, "ready")).length).toBe(1);
  });

  test("a clone begins with the attributes", async ({ page, host }) => {
    await host(element);
    await page.getByLabel(/^Severity 3/).check();
    await expect(page.locator(level)).toHaveText("Severity 3");
    await page.evaluate(() => {
      const clone = document.querySelector("#a")?.cloneNode(true) as Element;
      clone.id = "b";
      document.querySelector("main")?.append(clone);
    });
    await page.locator("#b").scrollIntoViewIfNeeded();
    await expect(page.locator(`#b ${level}`)).toHaveText("Severity 1");
    await expect(page.locator(`#a ${level}`)).toHaveText("Severity 3");
  });

  test("made by a script before the definition, with properties set by then", async ({ page, host, same }) => {
    same.put("late.js", 'addEventListener("click", () => import("./calc/widget.js"));');
    await host("<p>none yet</p>", '<script src="late.js"></script>');
    await page.evaluate(() => {
      const calculator = document.createElement("support-calculator");
      Object.assign(calculator, { policy: "zitadel@2023-10-06", plan: "extended-sla", severity: "severity-2", timeZone: "Asia/Tokyo" });
      document.querySelector("main")?.append(calculator);
    });
    await page.locator("h1").click();
    await expect(page.locator(level)).toHaveText("Severity 2");
    expect(await page.evaluate(() => document.querySelector("support-calculator")?.getAttribute("time-zone"))).toBe("Asia/Tokyo");
  });

  test("made by a script after the definition", async ({ page, host }) => {
    await host("<p>none yet</p>");
    await page.waitForFunction(() => customElements.get("support-calculator") !== undefined);
    await page.evaluate(() => {
      const calculator = document.createElement("support-calculator");
      calculator.policy = "zitadel@2023-10-06";
      calculator.plan = "extended-sla";
      calculator.severity = "severity-2";
      document.querySelector("main")?.append(calculator);
    });
    await expect(page.locator(level)).toHaveText("Severity 2");
  });

  test("several on one page share one module, and do not mix", async ({ page, host, requests }) => {
    await host(
      `${element}<support-calculator id="b" policy="scalr" plan="business" severity="p0"></support-calculator><support-calculator id="c" ${attributes}></support-calculator>`,
    );
    for (const [id, text] of [["a", "Severity 1"], ["c", "Severity 1"], ["b", "Priority 0"]] as const) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await expect(page.locator(`#${id} ${level}`)).toHaveText(text);
    }
    await page.locator("#b").getByLabel(/^Priority 2/).check();
    await expect(page.locator(`#b ${level}`)).toHaveText("Priority 2");
    await expect(page.locator(`#a ${level}`)).toHaveText("Severity 1");
    for (const kind of [".wasm", "first/en/zitadel/2023-10-06.json", "policies/zitadel/2023-10-06.json"]) {
      expect(requests.filter((url) => url.endsWith(kind)).length).toBe(1);
    }
  });

  test("the script twice, or after a definition of the host's own, does no harm", async ({ page, host }) => {
    await host(element, `${sameOrigin}<script type="module" src="calc/widget.js?again"></script>`);
    await expect(page.locator(level)).toHaveText("Severity 1");
  });

  test("element.js registers nothing until the page does", async ({ page, host, same }) => {
    same.put("by-hand.js", 'import { SupportCalculator } from "./calc/element.js";\naddEventListener("click", () => customElements.define("our-calculator", class extends SupportCalculator {}));');
    await host(element.replaceAll("support-calculator", "our-calculator"), '<script type="module" src="by-hand.js"></script>');
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => customElements.get("support-calculator"))).toBeUndefined();
    await page.locator("h1").click();
    await expect(page.locator(level)).toHaveText("Severity 1");
  });

  test("pages that replace their content without loading anew", async ({ page, host, requests }) => {
    await host(element);
    await expect(page.locator(level)).toHaveText("Severity 1");
    for (let turn = 0; turn < 3; turn++) {
      await page.evaluate(() => {
        const main = document.querySelector("main");
        const next = document.createElement("support-calculator");
        next.setAttribute("policy", "scalr");
        next.setAttribute("plan", "business");
        next.setAttribute("severity", "p1");
        main?.replaceChildren(next);
      });
      await expect(page.locator(level)).toHaveText("Priority 1");
    }
    expect(requests.filter((url) => url.endsWith(".wasm")).length).toBe(1);
  });
});

test.describe("the host's look", () => {
  test("font and colour scheme are the host's", async ({ page, host, same }) => {
    same.put("look.css", "body { font-family: Georgia, serif; color-scheme: dark; }");
    await host(element, `${sameOrigin}<link rel="stylesheet" href="look.css">`);
    await expect(page.locator(level)).toBeVisible();
    const answer = page.locator(".answer");
    expect(await answer.evaluate((node) => getComputedStyle(node).fontFamily)).toContain("Georgia");
    expect(await answer.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe("rgb(23, 32, 36)");
  });

  test("custom properties and parts", async ({ page, host, same }) => {
    same.put("own.css", "support-calculator { --support-calculator-accent: rgb(90, 0, 120); --support-calculator-font: monospace; } support-calculator::part(answer) { border-radius: 0; }");
    await host(element, `${sameOrigin}<link rel="stylesheet" href="own.css">`);
    await expect(page.locator(".moment-time").first()).toHaveCSS("color", "rgb(90, 0, 120)");
    await expect(page.locator(".answer")).toHaveCSS("border-radius", "0px");
    await expect(page.locator(".answer")).toHaveCSS("font-family", "monospace");
  });

  test("slots before and after", async ({ page, host }) => {
    await host(`<support-calculator ${attributes}><h2 slot="before">Ours</h2><p slot="after">Ask us</p></support-calculator>`);
    await expect(page.locator(level)).toBeVisible();
    const top = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())?.y ?? NaN;
    expect(await top("[slot=before]")).toBeLessThan(await top(".layout"));
    expect(await top(".layout")).toBeLessThan(await top("[slot=after]"));
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const view of ["full", "compact"]) {
      test(`axe finds nothing, ${view}, ${scheme}`, async ({ browser, same }) => {
        test.setTimeout(axeMilliseconds);
        const context = await browser.newContext({ colorScheme: scheme, bypassCSP: true }); // axe is put into the page
        const page = await context.newPage();
        same.put("scheme.css", ":root { color-scheme: light dark; background: light-dark(#fff, #111); }");
        const head = `${sameOrigin}<link rel="stylesheet" href="scheme.css">`;
        await page.goto(same.put(`axe-${view}-${scheme}.html`, hostPage(element.replace("policy=", `view="${view}" policy=`), head)));
        await expect(page.locator(view === "full" ? ".section-sources" : level)).toBeVisible();
        const { violations } = await axeOf(page).include("support-calculator").analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        await context.close();
      });
    }
  }

  test("nothing sticks out at 320 pixels", async ({ page, host }) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await host(`${element}<support-calculator id="b" view="compact" ${attributes}></support-calculator>`);
    await expect(page.locator("#a .section-sources")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
