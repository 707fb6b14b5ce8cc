// The first script of the page: asks for all that the first answer waits for, while the page itself is still being read.
import "../styles/page.css";
import { loadPageWords } from "./catalog.ts";
import { engine } from "./engine.ts";
import { preferredLanguage } from "./languages.ts";
import { shipped } from "./policy-files.ts";
import { browserZone } from "./zones.ts";
import moduleUrl from "#module?url";

// Whoever needs what cannot be had says what is wrong.
const quietly = (asked: Promise<unknown>): void => {
  asked.catch(() => undefined);
};

const language = preferredLanguage();
const [, id, revision] = /[#&]policy=([\w-]+)@([\w.-]+)/.exec(location.hash) ?? [];

engine.fetchModule = () => fetch(new URL(moduleUrl, import.meta.url));
quietly(engine.start());
quietly(loadPageWords(language));
if (id !== undefined && revision !== undefined) quietly(shipped.first(`${id}/${revision}.json`, language));
void import("./main.ts");
// To be done anyhow, and nothing else is while these are on their way.
setTimeout(browserZone);
