// <support-calculator> in the page of the project: there is no host, and all of it comes with the page.
import { take } from "../files/prefetched.ts";
import { engine } from "../files/engine.ts";
import { shipped } from "./page-policies.ts";
import { compiled } from "../files/responses.ts";
import { SupportCalculator, define } from "../widget/element.ts";
import { Calculator, type Surroundings } from "../widget/calculator.ts";
import moduleUrl from "#module?url";

/** Makes <support-calculator> known to the page: all of it is loaded with the page. */
export function defineCalculator(): void {
  engine.module = () => take("module") ?? fetch(new URL(moduleUrl, import.meta.url)).then(compiled);
  const page: Surroundings = { page: document.baseURI, embedded: false, files: () => shipped, isOwn: () => false };
  SupportCalculator.eager = true;
  SupportCalculator.load = () => Promise.resolve((element) => new Calculator(element, page));
  define();
}
