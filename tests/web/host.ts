// Pages of others with the widget in them, under the policies a careful host sends. The browser's complaints fail the test.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { serve } from "../../tools/serve.mjs";
import { fitting } from "../support/results.mjs";
import { blockedByTests, dist } from "./fixtures.ts";

const own = (origin = ""): Record<string, string> => ({
  "content-security-policy": [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${origin}`,
    "style-src 'self'",
    `connect-src 'self'${origin}`,
    "img-src data:", // the empty icon of these pages
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join("; "),
});

export interface Place {
  url: string;
  /** Puts a file there and gives its address. */
  put: (name: string, text: string) => string;
}

interface Places {
  /** Another origin, which serves the widget. */
  elsewhere: string;
  /** A host with the widget's files in its folder "calc". */
  same: Place;
  /** A host that has added the other origin to its policy. */
  other: Place;
}

interface Own {
  /** What the browser has said; taken from when a test expects it. */
  complaints: string[];
  /** Every address asked for. */
  requests: string[];
  /** Opens a page of the host with a body, and the widget from its own origin. */
  host: (body: string, head?: string) => Promise<void>;
}

async function place(files: boolean, headers: Record<string, string>): Promise<Place & { close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "supportcalc-host-"));
  if (files) cpSync(dist, path.join(folder, "calc"), { recursive: true });
  const server = await serve({ folder, headers });
  const { url } = server;
  return {
    url,
    put(name, text) {
      writeFileSync(path.join(folder, name), text);
      return `${url}${name}`;
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const hostPage = (body: string, head: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Host</h1>${body}</main></body></html>`;

export const sameOrigin = '<script type="module" src="calc/widget.js"></script>';

/** For the start of a page in a browser where WebAssembly may not run. */
export function noWasm(): void {
  const refuse = (): Promise<never> => Promise.reject(new WebAssembly.CompileError("not here"));
  Object.assign(WebAssembly, { compile: refuse, compileStreaming: refuse });
}

/** `integrity` of a built file. */
export function integrityOf(file: string): string {
  return `sha256-${createHash("sha256").update(readFileSync(path.join(dist, file))).digest("base64")}`;
}

export const test = base.extend<Own, Places>({
  elsewhere: [
    async ({}, use) => {
      const server = await serve({ folder: dist });
      await use(server.url);
      await server.close();
    },
    { scope: "worker" },
  ],
  same: [
    async ({}, use) => {
      const { close, ...rest } = await place(true, own());
      await use(rest);
      await close();
    },
    { scope: "worker" },
  ],
  other: [
    async ({ elsewhere }, use) => {
      const { close, ...rest } = await place(false, own(` ${new URL(elsewhere).origin}`));
      await use(rest);
      await close();
    },
    { scope: "worker" },
  ],

  requests: async ({ page }, use) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await use(requests);
  },

  complaints: [
    async ({ page, same, other, elsewhere }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.text() !== blockedByTests) complaints.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      page.on("request", (request) => {
        const known = [same.url, other.url, elsewhere, "data:"];
        if (!known.some((start) => request.url().startsWith(start))) complaints.push(`stranger: ${request.url()}`);
      });
      await page.addInitScript(() => {
        const events: unknown[] = [];
        Object.assign(window, { calculatorEvents: events });
        for (const name of ["ready", "change", "error", "copy"]) {
          document.addEventListener(`support-calculator-${name}`, (event) => {
            events.push({ name, id: (event.target as Element).id, detail: (event as CustomEvent<unknown>).detail });
          });
        }
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],

  host: async ({ page, same }, use, info) => {
    await use(async (body, head = sameOrigin) => {
      await page.goto(same.put(`${info.testId}.html`, hostPage(body, head)));
    });
  },
});

export { expect };

export interface Told {
  name: string;
  id: string;
  detail: { link?: string; result?: unknown; code?: string; names?: string[]; what?: string; text?: string; diagnostics?: { code: string }[] };
}

/** The events the page has heard so far. Results in them fit the schema. */
export async function told(page: Page, name: string): Promise<Told[]> {
  const events = await page.evaluate(
    (wanted) => (window as unknown as { calculatorEvents: Told[] }).calculatorEvents.filter((event) => event.name === wanted),
    name,
  );
  for (const { detail } of events) if (detail.result) fitting(detail.result);
  return events;
}
