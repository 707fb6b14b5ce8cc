// What the vendor wants to see in a ticket, and a text that already has what was entered here.
import { html, nothing } from "lit/html.js";
import { keyed } from "lit/directives/keyed.js";
import { live } from "./live-property.ts";
import { mailChannel, mailLink } from "./mail.ts";
import { asMarkdown, asPlain, ticketText } from "./ticket-text.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { copyButton } from "./copy.ts";
import { section } from "./section.ts";

function checklist(view: ResultView): Content {
  const rows = view.result.ticket.flatMap((id) => view.policy.ticket?.find((item) => item.id === id) ?? []);
  if (rows.length === 0) return html`<p class="open-word">${view.say("ticket.not-stated")}</p>`;
  // One line says where the list comes from, unless its items come from several places.
  const places = new Set(rows.map(({ cite }) => JSON.stringify(cite)));
  const cite = places.size === 1 ? rows[0]?.cite : undefined;
  // The ticks belong to one policy: another begins with none.
  return keyed(
    `${view.policy.id} ${view.policy.revision}`,
    html`<ul class="checklist plain">
      ${rows.map(
        (row) =>
          html`<li>
            <label class="check"
              ><input type="checkbox" /><span
                >${view.text(row.label)}${row.required === true
                  ? html` <span class="chip chip-plain">${view.say("ticket.required")}</span>`
                  : nothing}</span
              ></label
            >
            <div class="check-more">
              ${row.note === undefined ? nothing : html`<p class="note">${view.text(row.note)}</p>`}
              ${cite ? nothing : html`<p class="small-print">${view.cite(row.cite)}</p>`}
            </div>
          </li>`,
      )}
    </ul>
    <p class="small-print">${view.cite(cite)}</p>`,
  ) as Content;
}

function formats(view: ResultView): Content {
  const { model } = view;
  return html`<fieldset class="formats">
    <legend class="visually-hidden">${view.say("file.format")}</legend>
    <div class="choices">
      ${[false, true].map(
        (markdown) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="format"
              value=${markdown ? "markdown" : "plain"}
              .checked=${live(model.typed.markdown === markdown)}
              @change=${() => {
                model.writeMarkdown(markdown);
              }}
            /><span>${view.say(markdown ? "file.markdown" : "file.plain")}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

function mail(view: ResultView, subject: string, text: string): Content {
  const found = mailChannel(view);
  if (!found) return nothing;
  const { href, cut } = mailLink(found.address, subject, text, view.say("file.mail-rest"));
  const availability = view.result.channels.find(({ id }) => id === found.channel.id)?.availability ?? "yes";
  return html`<a class="button" href=${href}>${view.say("file.mail", { address: found.address })}</a>
    ${availability === "yes" ? nothing : html`<span class="note">${view.word("availability", availability)}</span>`}
    ${cut ? html`<p class="small-print file-cut">${view.say("file.mail-cut")}</p>` : nothing}`;
}

export function ticket(view: ResultView): Content {
  const { model } = view;
  const { subject, ...rest } = ticketText(view);
  const made = (model.typed.markdown ? asMarkdown : asPlain)({ subject, ...rest });
  const text = model.typed.draft?.text ?? made;
  return section(
    "file",
    view.say("section.file"),
    html`<div class="file">
      <div class="section-ticket">
        <h3>${view.say("section.ticket")}</h3>
        ${checklist(view)}
      </div>
      <div class="file-text">
        <div class="file-head">
          <h3><label for="ticket-text">${view.say("file.text")}</label></h3>
          ${formats(view)}
        </div>
        <p class="hint" id="ticket-text-hint">${view.say("file.hint")}</p>
        <textarea
          id="ticket-text"
          rows="18"
          spellcheck="true"
          aria-describedby="ticket-text-hint"
          .value=${live(text)}
          @input=${(event: Event) => {
            model.write({ text: (event.target as HTMLTextAreaElement).value, from: model.typed.draft?.from ?? made });
          }}
        ></textarea>
        ${model.typed.draft === null
          ? nothing
          : html`<p class=${model.typed.draft.from === made ? "note" : "banner"}>
              ${view.say(model.typed.draft.from === made ? "file.yours" : "file.changed")}
              <button
                type="button"
                class="button"
                @click=${() => {
                  model.write(null);
                }}
              >
                ${view.say("file.renew")}
              </button>
            </p>`}
        <div class="actions">${copyButton(view, "ticket-text", view.say("file.copy"), "button-main")} ${mail(view, subject, text)}</div>
      </div>
    </div>`,
  );
}
