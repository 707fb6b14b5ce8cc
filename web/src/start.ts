// The first script of the page: asks for all that the first answer waits for, while the page itself is still being read.
import "../styles/page.css";
import { loadPageWords } from "./catalog.ts";
import { engine } from "./engine.ts";
import { preferredLanguage } from "./languages.ts";
import { shipped } from "./page-policies.ts";
import { browserZone } from "./zones.ts";
import moduleUrl from "#module?url";

// Whoever needs what cannot be had says what is wrong.
const quietly = (asked: Promise<unknown>): void => {
  asked.catch(() => undefined);
};

const language = preferredLanguage();

// The documents of a link that names them, unless it asks for more than they hold. Which revision another link means is found out
// by the calculator.
async function readLinked(): Promise<void> {
  if (/[#&](topic|maturity)=/.test(location.hash)) return;
  const [, id, revision] = /[#&]policy=([\w-]+)@([\w.-]+)/.exec(location.hash) ?? [];
  const policy = (await shipped.policies()).find((known) => known.id === id);
  const found = policy?.revisions.find((known) => known.revision === revision);
  if (policy && found) await shipped.first(`${policy.id}/${found.revision}.json`, language);
}

engine.fetchModule = () => fetch(new URL(moduleUrl, import.meta.url));
quietly(engine.start());
quietly(loadPageWords(language));
quietly(readLinked());
void import("./main.ts");
// To be done anyhow, and nothing else is while these are on their way.
setTimeout(browserZone);
