// Addresses out of a policy become links only where their form is known to be harmless.
import { html } from "lit/html.js";
import type { Content } from "../words/words.ts";

function target(address: string): string | null {
  if (/^https:\/\/[^\s"'<>]+$/.test(address)) return address;
  if (/^mailto:[^\s"'<>?]+@[^\s"'<>?]+$/.test(address)) return address;
  if (/^[^\s@"'<>:/?]+@[^\s@"'<>:/?]+\.[a-z]+$/i.test(address)) return `mailto:${address}`;
  const phone = /^(?:tel:)?(\+[\d ()-]{6,24})$/.exec(address)?.[1];
  if (phone !== undefined) return `tel:${phone.replace(/[^+\d]/g, "")}`;
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w./#-]*)?$/i.test(address)) return `https://${address}`;
  return null;
}

export function addressLink(address: string, words = address.replace(/^(mailto|tel):/, "")): Content {
  const href = target(address);
  return href === null ? words : html`<a href=${href} rel="noreferrer">${words}</a>`;
}
