// What can be taken away from this answer: its link, its times for a calendar, and paper.
import { html, nothing } from "lit/html.js";
import { calendarEvents, calendarFile, calendarFileName } from "./calendar-file.ts";
import { permalink, plainFiled, planLabel } from "./plain-words.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { copyButton } from "./copy.ts";

function download(view: ResultView): void {
  const address = URL.createObjectURL(new Blob([calendarFile(view)], { type: "text/calendar;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = calendarFileName(view);
  link.click();
  // The download has begun when the click returns; only what it reads from must live a little longer.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

export function share(view: ResultView): Content {
  const count = calendarEvents(view).length;
  const address = permalink(view);
  return html`<div class="share">
    ${address === null
      ? nothing
      : html`<label for="permalink">${view.say("share.link")}</label>
          <input id="permalink" readonly .value=${address} />`}
    <div class="share-actions">
      ${address === null ? nothing : copyButton(view, "permalink", view.say("share.copy"))}
      <span class="share-files">
        ${count === 0
          ? nothing
          : html`<button
              type="button"
              class="button"
              @click=${() => {
                download(view);
              }}
            >
              ${view.say("share.calendar", { count })}
            </button>`}
        <button
          type="button"
          class="button"
          @click=${() => {
            window.print();
          }}
        >
          ${view.say("share.print")}
        </button>
      </span>
    </div>
  </div>`;
}

/** What stands on the form, at the head of a printed answer. */
export function printHead(view: ResultView): Content {
  return html`<div class="print-head">
    <p><strong>${view.policy.vendor.name}, ${planLabel(view)}</strong></p>
    <p>${view.say("ticket-text.filed", { time: plainFiled(view) })}</p>
    <p class="break">${permalink(view) ?? nothing}</p>
  </div>`;
}
