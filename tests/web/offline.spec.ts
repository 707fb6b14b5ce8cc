// The page works without a network after the first visit, and follows when there is a newer one.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { serve } from "../../tools/serve.mjs";
import { dist, expect, settled, test as base } from "./fixtures.ts";

// A copy of the page on a server of its own, which can be stopped and changed.
const test = base.extend<{ copy: { folder: string; url: string; stop: () => Promise<void> } }>({
  copy: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "supportcalc-offline-"));
    cpSync(dist, folder, { recursive: true });
    const server = await serve({ folder });
    let running = true;
    const stop = async (): Promise<void> => {
      if (running) await server.close();
      running = false;
    };
    await use({ folder, url: server.url, stop });
    await stop();
    rmSync(folder, { recursive: true });
  },
});

test.use({ serviceWorkers: "allow" });

// Until the copy is complete, and reigns over this page.
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

test("a vendor never looked at before is answered without a network", async ({ page, copy }) => {
  await page.goto(`${copy.url}#policy=zitadel&plan=production&severity=severity-1`);
  await kept(page);
  await copy.stop();

  await page.goto(`${copy.url}#at=2026-11-20T15:30:00Z&policy=scalr@undated&plan=business&severity=p1`);
  await page.reload();
  await settled(page);
  await expect(page.locator(".answer .level-label")).toBeVisible();
  await expect(page.locator("#escalation-heading, .escalation").first()).toBeVisible();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

test("online, a changed policy is seen at the next visit, not the copy", async ({ page, copy }) => {
  const link = `${copy.url}#policy=scalr@undated&plan=business&severity=p1`;
  await page.goto(link);
  await kept(page);
  const file = path.join(copy.folder, "policies/scalr/undated.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(/"title":\{"en":"[^"]*"/, '"title":{"en":"Changed today"'));
  rmSync(`${file}.br`);
  await page.reload();
  await settled(page);
  await expect(page.locator("support-calculator")).toContainText("Changed today");
});

test("a newer release takes over; the one before is kept for pages still open, older ones are not", async ({ page, copy }) => {
  const names = (): Promise<string[]> => page.evaluate(() => caches.keys());
  await page.addInitScript(async () => {
    for (const name of ["supportcalc-older", "supportcalc-old", "of another program"]) await caches.open(name);
  });
  await page.goto(copy.url);
  await kept(page);
  const first = (await names()).at(-1) ?? "";
  expect(await names()).toEqual(["supportcalc-old", "of another program", first]);

  const worker = path.join(copy.folder, "offline.js");
  const text = readFileSync(worker, "utf8");
  const release = first.replace("supportcalc-", "");
  expect(text).toContain(release);
  writeFileSync(worker, text.replace(release, "new"));
  rmSync(`${worker}.br`);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(names).toEqual(["of another program", first, "supportcalc-new"]);
});
