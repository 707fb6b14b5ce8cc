// Stands within the page itself, before anything else (web/build/prefetch.ts): asks at once for what the first answer needs beside
// the page's script, and makes use of the wait. Where it is not allowed to run, the page asks for the same later.
import { firstName, type Asked } from "../files/prefetched.ts";
import { preferredLanguage } from "../state/preferred-language.ts";
import { compiled, textOf } from "../files/responses.ts";

// Put in by the build, beneath the page: the module, the files of words by language, and the policies there are documents of the
// first answer for.
declare const __MODULE__: string;
declare const __WORDS__: Record<string, string>;
declare const __FIRST__: readonly string[];

// Whoever needs what cannot be had says what is wrong.
function quietly<Thing>(asked: Promise<Thing>): Promise<Thing> {
  asked.catch(() => undefined);
  return asked;
}

const language = preferredLanguage();

function askFirst(): Asked["first"] {
  const { hash } = location;
  const [, id = "", revision = ""] = /[#&]policy=([\w-]+)@([\w.-]+)/.exec(hash) ?? [];
  const policy = `${id}/${revision}.json`;
  // Who asks what is covered, or to compare, needs more than these documents hold.
  if (!__FIRST__.includes(policy) || /[#&](topic|maturity|view)=/.test(hash)) return null;
  const name = firstName(language, policy);
  return { name, text: quietly(fetch(name).then(textOf)) };
}

window.supportcalcAsked = { module: quietly(fetch(__MODULE__).then(compiled)), first: askFirst() };
void quietly(import(/* @vite-ignore */ new URL(__WORDS__[language] ?? "", document.baseURI).href));

// The first use of `Intl` takes Chromium tens of milliseconds, and nothing else is to be done while files are on their way.
setTimeout(() => new Intl.DateTimeFormat());
