// Everything below the answer. It is a file of its own so that the answer need not wait for it.
import { html } from "lit/html.js";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { clockPicture } from "./clock-picture.ts";
import { channels } from "./channels.ts";
import { escalation } from "./escalation.ts";
import { facts } from "./facts.ts";
import { late } from "./late-answer.ts";
import { levels } from "./levels.ts";
import { openPoints } from "./open-points.ts";
import { remedies } from "./remedies.ts";
import { scope } from "./scope.ts";
import { printHead, share } from "./share.ts";
import { sources } from "./sources.ts";
import { ticket } from "./ticket.ts";
import { versions } from "./versions.ts";
import fileCss from "../../styles/file.css?inline";

export { lacksWords, loadWords } from "../words/diagnostics.ts";
export { timeAndScope } from "./time-and-scope.ts";
export { typedOptionField } from "./contract-fields.ts";
export { diagnosticsView } from "./problem-list.ts";
export { nextStep } from "./next-step.ts";
export { revisionSelect } from "./revisions.ts";
export { statedPolicy } from "./stated.ts";
export { welcome } from "./welcome.ts";
export { whatChanges } from "./what-changes.ts";

/** How these parts look: taken on when they arrive. */
export const styles = [fileCss];

export function details(view: ResultView): Content {
  return html`${share(view)}
    ${printHead(view)} ${clockPicture(view)} ${ticket(view)}
    <div class="sections">
      <div class="column">${escalation(view)} ${scope(view)} ${versions(view)} ${openPoints(view)}</div>
      <div class="column">${channels(view)} ${late(view)} ${remedies(view)}</div>
    </div>
    ${levels(view)} ${facts(view)} ${sources(view)}`;
}
