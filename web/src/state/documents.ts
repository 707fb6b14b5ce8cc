// The documents of a revision: read once, whole or as the first answer needs them.
import type { PolicyDocument } from "#wasm";
import type { CalendarDocument, Policy } from "../files/policy.ts";
import type { PolicyFiles } from "../files/policy-files.ts";

export interface Documents {
  /** What the core is given; the same array as long as it is the same revision, so that the core need not load it again. */
  readonly list: readonly PolicyDocument[];
  readonly policy: Policy;
  /** Of the calendars that come with the policy, by id. */
  readonly calendars: ReadonlyMap<string, CalendarDocument>;
  readonly whole: boolean;
}

/** A revision and the calendars it needs. */
export interface Revision {
  id: string;
  revision: string;
  calendars: readonly string[];
}

function read([policy, ...calendars]: readonly PolicyDocument[]): Omit<Documents, "list" | "whole"> {
  const idOf = (path: string): string => path.slice("calendars/".length, -".json".length);
  return {
    policy: JSON.parse(policy?.text ?? "") as Policy,
    calendars: new Map(calendars.map(({ path, text }) => [idOf(path), JSON.parse(text) as CalendarDocument])),
  };
}

export class DocumentReader {
  private last: { name: string; documents: Documents } | null = null;

  constructor(
    private readonly files: PolicyFiles,
    private readonly language: string,
  ) {}

  /** With `whole`, all texts; without, those of the first answer where there are such documents. */
  async read({ id, revision, calendars }: Revision, whole: boolean): Promise<Documents> {
    const path = `${id}/${revision}.json`;
    const first = whole ? undefined : this.files.first?.bind(this.files);
    const name = first ? `first ${path}` : path;
    if (this.last?.name === name) return this.last.documents;
    const paths = [path, ...calendars.map((calendar) => `calendars/${calendar}.json`)];
    const list = first
      ? await first(path, this.language)
      : await Promise.all(paths.map(async (each) => ({ path: each, text: await this.files.text(each) })));
    const documents = { list, ...read(list), whole: !first };
    this.last = { name, documents };
    return documents;
  }
}
