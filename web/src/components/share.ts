// The link to exactly this answer, and what to check before relying on it.
import { html, nothing } from "lit";
import type { Content, ResultView } from "../view.ts";
import { tell } from "../widget/events.ts";

export function share(view: ResultView): Content {
  const { page, fixedLink } = view.model;
  if (page === null) return nothing;
  const address = new URL(`#${fixedLink}`, page).href;
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLButtonElement;
    const field = button.parentElement?.querySelector("input");
    const note = button.parentElement?.querySelector<HTMLElement>(".copied");
    try {
      await navigator.clipboard.writeText(address);
      tell(button, "support-calculator-copy", { what: "link", text: address });
      if (note) note.hidden = false;
    } catch {
      field?.select(); // the clipboard may be forbidden: the address can be copied by hand
    }
  };
  return html`<div class="share">
    <label for="permalink">${view.say("share.link")}</label>
    <input id="permalink" readonly .value=${address} />
    <button type="button" class="button" @click=${copy}>${view.say("share.copy")}</button>
    <span class="copied" hidden>${view.say("share.copied")}</span>
  </div>`;
}
