import { html, nothing } from "lit/html.js";
import type { Content } from "../words/words.ts";

/** A part of the result with its heading. */
export function section(name: string, heading: string, content: Content | Content[]): Content {
  return html`<section class="card section-${name}" part="section" aria-labelledby="${name}-heading">
    <h2 id="${name}-heading">${heading}</h2>
    ${content}
  </section>`;
}

/** Nothing at all where a list is empty. */
export function listSection(name: string, heading: string, items: Content[], content: (items: Content[]) => Content): Content {
  return items.length === 0 ? nothing : section(name, heading, content(items));
}
