// Without the core nothing can be computed, but what the policy says can still be read: in tables that the core wrote when the
// page was built (web/build/stated.ts).
import { html } from "lit/html.js";
import { keyed } from "lit/directives/keyed.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { until } from "lit/directives/until.js";
import type { Policy } from "../files/policy.ts";
import type { PolicyFiles } from "../files/policy-files.ts";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";
import { section } from "./section.ts";

/** The figures and words of a shipped policy as it states them. The file is of the same build as this script. */
export function statedPolicy(view: View, { id, revision, title }: Policy, files: PolicyFiles): Content {
  const name = `${id}/${revision}.${view.catalog.language}.html`;
  const heading = view.say("stated.heading");
  const tables = files.text(name).then(unsafeHTML, () => html`<p>${view.say("problem.files.text")}</p>`);
  return section(
    "stated",
    heading,
    html`<p class="note">${view.say("stated.note")}</p>
      <div class="scroll stated" tabindex="0" role="region" aria-label=${view.plain(title)}>${keyed(name, html`${until(tables)}`)}</div>`,
  );
}
