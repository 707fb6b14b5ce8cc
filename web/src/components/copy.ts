// Copying: by the clipboard, or, where that is forbidden, by marking the text so that it can be copied by hand.
import { html } from "lit/html.js";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";
import { tell } from "./events.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

async function copy(view: View, field: Field, note: Element): Promise<void> {
  note.textContent = "";
  try {
    await navigator.clipboard.writeText(field.value);
    note.textContent = view.say("share.copied");
    tell(field, "support-calculator-copy", { what: field.id === "permalink" ? "link" : field.id, text: field.value });
  } catch {
    field.focus();
    field.select();
    note.textContent = view.say("share.copy-by-hand");
  }
}

/** A button that copies what is in the field with this id, and says so. */
export function copyButton(view: View, fieldId: string, words: string, more = ""): Content {
  const click = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    const root = button.getRootNode() as ShadowRoot;
    const field = root.querySelector<Field>(`#${fieldId}`);
    const note = button.nextElementSibling;
    if (field && note) void copy(view, field, note);
  };
  return html`<button type="button" class="button ${more}" @click=${click}>${words}</button><span class="copied" aria-live="polite"></span>`;
}
