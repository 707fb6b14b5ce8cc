// Where policies, calendars and their index come from.
import type { PolicyDocument } from "#wasm";
import { firstName } from "./prefetched.ts";
import type { Engine } from "./engine.ts";
import type { KnownPolicy } from "./index-file.ts";
import { textOf } from "./responses.ts";
import known from "#policies";

export interface PolicyFiles {
  /** What reads these policies, where it is not the engine of the shipped ones. */
  engine?: Engine;
  policies(): Promise<readonly KnownPolicy[]>;
  /** The text of "zitadel/2023-10-06.json" or "calendars/ch-sg.json". */
  text(name: string): Promise<string>;
  /**
   * The documents that the first answer by "zitadel/2023-10-06.json" needs, the policy first: in one language and without the
   * texts that stand below the answer. Where there are none of these, the whole documents serve.
   */
  first?(name: string, language: string): Promise<PolicyDocument[]>;
}

/** A folder of built policies; each file is read once. */
export class PolicyFolder implements PolicyFiles {
  private readonly texts = new Map<string, Promise<string>>();

  constructor(
    private readonly base: URL,
    private readonly read: (url: URL) => Promise<Response> = (url) => fetch(url),
  ) {}

  text(name: string): Promise<string> {
    const url = new URL(name, this.base);
    return this.texts.get(url.href) ?? this.hold(url, this.read(url).then(textOf));
  }

  /** Takes a text that is on its way already. */
  hold(url: URL, text: Promise<string>): Promise<string> {
    text.catch(() => this.texts.delete(url.href));
    this.texts.set(url.href, text);
    return text;
  }

  policies(): Promise<readonly KnownPolicy[]> {
    return Promise.resolve(known);
  }

  async first(name: string, language: string): Promise<PolicyDocument[]> {
    const documents = JSON.parse(await this.text(`../${firstName(language, name)}`)) as Record<string, unknown>;
    return Object.entries(documents).map(([path, document]) => ({ path, text: JSON.stringify(document) }));
  }
}
