// The snippets of docs/embedding.md that need no generator, put into a page as they stand.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, hostPage, integrityOf, test } from "./host.ts";

const guide = readFileSync(fileURLToPath(new URL("../../docs/embedding.md", import.meta.url)), "utf8");
const level = ".answer .level-label";

function snippet(name: string): string {
  const code = [...guide.matchAll(/<!-- snippet: (\S+) -->\n```\w+\n(.*?)\n```/gs)].find(([, found]) => found === name)?.[2];
  if (code === undefined) throw new Error(`the guide has no snippet "${name}"`);
  return code;
}

test("two lines", async ({ page, host }) => {
  await host(snippet("plain").replace("/calculator/", "/calc/"), "");
  await expect(page.locator(level)).toHaveText("Severity 1");
});

test("from another origin", async ({ page, other, elsewhere }) => {
  const script = snippet("other-origin").replace("https://calculator.example/", elsewhere).replace("sha256-…", integrityOf("widget.js"));
  const element = snippet("plain").replace(/<script.*<\/script>/, "");
  await page.goto(other.put("guide.html", hostPage(element, script)));
  await expect(page.locator(level)).toHaveText("Severity 1");
});

test("a policy of your own", async ({ page, host, same }) => {
  same.put("acorn.json", readFileSync(fileURLToPath(new URL("../../docs/examples/acorn.json", import.meta.url)), "utf8"));
  await host(snippet("own-policy"));
  await expect(page.locator(level)).toHaveText("Outage");
});

test("in a frame", async ({ page, elsewhere }) => {
  await page.goto(`${elsewhere}variants/frame.html`);
  const markup = snippet("frame").replace("https://calculator.example/", elsewhere);
  await page.evaluate((source) => {
    const address = /src="([^"]*)"/.exec(source)?.[1]?.replaceAll("&amp;", "&");
    const frame = document.querySelector("iframe");
    if (address !== undefined && frame) frame.src = address;
  }, markup);
  await expect(page.frameLocator("iframe").locator(level)).toHaveText("Severity 1");
});

test("the guide names every attribute, event and custom property there is, and no other", () => {
  const source = (name: string): string => readFileSync(fileURLToPath(new URL(`../../web/${name}`, import.meta.url)), "utf8");
  const rows = [...guide.matchAll(/^\| `([a-z][a-z-]+)`/gm)].map(([, name]) => name);
  const attributes = [...(/const mirrored = \{(.*?)\}/s.exec(source("src/widget/element.ts"))?.[1] ?? "").matchAll(/: "([\w-]+)"/g)].map(([, name]) => name);
  const events = [...source("src/components/events.ts").matchAll(/^ {2}"(support-calculator-\w+)"/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual([...attributes, ...events].sort());
  const properties = [...source("styles/tokens.css").matchAll(/--support-calculator(-[\w-]+)/g)].map(([, name]) => name ?? "");
  for (const name of properties) expect(guide).toContain(`${name}\``);
});
