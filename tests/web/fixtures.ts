// A page over the built files, which fails the test when the browser complains about anything.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { Evaluation, Result, TicketRequest } from "#wasm";
import { serve } from "../../tools/serve.mjs";
import { fitting } from "../support/results.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const dist = path.join(root, "dist");

/** Said by the test runner, which blocks service workers (playwright.config.ts). */
export const blockedByTests = "Service Worker registration blocked by Playwright";

interface Complaints {
  /** Messages of the console, errors of scripts, broken rules of the content security policy. */
  messages: string[];
  /** Requests to anywhere but servers of the tests. */
  strangers: string[];
}

interface Own {
  complaints: Complaints;
  /** Opens the page with the entries of a link. */
  open: (link?: string) => Promise<void>;
}

export const test = base.extend<Own, { site: string }>({
  site: [
    async ({}, use) => {
      const server = await serve({ folder: dist });
      await use(server.url);
      await server.close();
    },
    { scope: "worker" },
  ],

  complaints: [
    async ({ page }, use) => {
      const complaints: Complaints = { messages: [], strangers: [] };
      page.on("console", (message) => {
        if (message.text() !== blockedByTests) complaints.messages.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.messages.push(`error: ${error.message}`));
      page.on("request", (request) => {
        if (!request.url().startsWith("http://localhost:")) complaints.strangers.push(request.url());
      });
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(complaints);
      expect(complaints.messages).toEqual([]);
      expect(complaints.strangers).toEqual([]);
    },
    { auto: true },
  ],

  open: async ({ page, site }, use) => {
    await use(async (link = "") => {
      await page.goto(`${site}#${link}`);
      await expect(page.locator("support-calculator")).toBeVisible();
      await settled(page);
    });
  },
});

export { expect };

/** For tests in which axe looks at every one of the week map's figures, on a busy machine, too. */
export const axeMilliseconds = 90_000;

/** Axe, run in the page and telling what is wrong alone: to hand over what is right takes ten times as long as to look. */
export function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
}

/** Waits until what was entered is answered. */
export async function settled(page: Page): Promise<void> {
  // Also the parts that are drawn behind the answer.
  await expect(page.locator("support-calculator .layout[aria-busy=false]:not(:has([aria-busy=true]))")).toBeVisible();
}

/** For the start of a page: its module stops at the next call, once it is armed. */
export function trapWhenArmed(): void {
  const trap = { armed: false };
  Object.assign(window, { trap });
  const trapped = (instance: WebAssembly.Instance): WebAssembly.Instance => {
    const exports: Record<string, WebAssembly.ExportValue> = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      if (typeof value !== "function") {
        exports[name] = value;
        continue;
      }
      exports[name] = (...given: unknown[]): unknown => {
        if (trap.armed) throw new WebAssembly.RuntimeError("unreachable");
        return (value as (...all: unknown[]) => unknown)(...given);
      };
    }
    return { exports };
  };
  const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (module: WebAssembly.Module, imports?: WebAssembly.Imports) => Promise<WebAssembly.Instance>;
  Object.assign(WebAssembly, {
    instantiate: async (module: WebAssembly.Module, imports?: WebAssembly.Imports) => trapped(await instantiate(module, imports)),
  });
}

export async function arm(page: Page, armed: boolean): Promise<void> {
  await page.evaluate((wanted) => {
    (window as unknown as { trap: { armed: boolean } }).trap.armed = wanted;
  }, armed);
}

function command(): string {
  const named = process.env.SUPPORTCALC;
  const built = ["release", "debug", "asan"].map((preset) => path.join(root, "build", preset, "supportcalc"));
  const found = named ?? built.find((file) => existsSync(file));
  if (found === undefined) throw new Error("build the command first: cmake --preset release && cmake --build --preset release");
  return found;
}

/** What the command prints to its standard output, whatever its exit code. */
export function supportcalc(parameters: readonly string[], input = ""): string {
  const { error, stdout } = spawnSync(command(), parameters, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error) throw error;
  return stdout;
}

/** What the command line answers to a request. */
export function ask(request: TicketRequest): Evaluation {
  const folder = mkdtempSync(path.join(tmpdir(), "supportcalc-"));
  try {
    const file = path.join(folder, "request.json");
    writeFileSync(file, JSON.stringify(request));
    const text = execFileSync(command(), ["evaluate", "--request", file, "--json"], { encoding: "utf8" });
    const result = fitting(JSON.parse(text) as Result);
    if (!result.ok) throw new Error(text);
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
