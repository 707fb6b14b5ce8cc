// What anything is said with: the catalogue, and texts of policies.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Text } from "../files/policy.ts";
import type { Catalog, Params } from "./catalog.ts";

export type Content = TemplateResult | string | typeof nothing;

/** For parts that have no entries of a ticket. */
export class Words {
  constructor(readonly catalog: Catalog) {}

  say(key: string, params?: Params): string {
    return this.catalog.say(key, params);
  }

  word(family: string, id: string): string {
    return this.catalog.word(family, id);
  }

  /** A message that the core chose out of a family of messages. */
  said(family: string, message: string, params: Params): string {
    return message.startsWith(`${family}.`) ? this.catalog.say(message, params) : message;
  }

  /** A policy's text, marked with its language where that is not the page's. */
  text(text: Text | undefined): Content {
    if (text === undefined) return nothing;
    const { text: words, language } = this.catalog.text(text);
    return language === this.catalog.language ? words : html`<span lang=${language}>${words}</span>`;
  }

  plain(text: Text): string {
    return this.catalog.text(text).text;
  }
}

/** Those of a policy's list that the core named. */
export function rowsOf<Item>(list: readonly Item[] | undefined, named: readonly { row: number }[] | undefined): Item[] {
  return (named ?? []).flatMap(({ row }) => list?.[row] ?? []);
}

/** A list of what is there, or nothing. */
export function each<T>(items: readonly T[] | undefined, item: (value: T, index: number) => Content): Content[] {
  return (items ?? []).map(item);
}
