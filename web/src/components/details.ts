// Everything below the answer. It is a file of its own so that the answer need not wait for it.
import { html } from "lit";
import type { Content, ResultView } from "../view.ts";
import { clockPicture } from "./clock-picture.ts";
import { channels } from "./channels.ts";
import { escalation } from "./escalation.ts";
import { facts } from "./facts.ts";
import { openPoints } from "./open-points.ts";
import { remedies } from "./remedies.ts";
import { scope } from "./scope.ts";
import { share } from "./share.ts";
import { sources } from "./sources.ts";
import { ticket } from "./ticket.ts";

export function details(view: ResultView): Content {
  return html`${share(view)} ${clockPicture(view)}
    <div class="sections">
      <div class="column">${escalation(view)} ${scope(view)} ${ticket(view)}</div>
      <div class="column">${channels(view)} ${remedies(view)} ${openPoints(view)}</div>
    </div>
    ${facts(view)} ${sources(view)}`;
}
