// Every shipped policy and calendar, for the views that put one question to all of them.
import type { PolicyDocument } from "#wasm";
import type { PolicyIndex } from "./index-file.ts";
import type { Policy } from "./policy.ts";
import { textOf } from "./responses.ts";

export class Library {
  private readonly policies = new Map<string, Policy>();

  constructor(
    readonly index: PolicyIndex,
    readonly documents: readonly PolicyDocument[],
  ) {}

  policy(id: string, revision: string): Policy | undefined {
    const path = `${id}/${revision}.json`;
    const known = this.policies.get(path);
    if (known) return known;
    const document = this.documents.find((candidate) => candidate.path === path);
    if (!document) return undefined;
    const policy = JSON.parse(document.text) as Policy;
    this.policies.set(path, policy);
    return policy;
  }
}

async function load(base: URL): Promise<Library> {
  const read = (name: string): Promise<string> => fetch(new URL(name, base)).then(textOf);
  const index = JSON.parse(await read("index.json")) as PolicyIndex;
  const paths = [
    ...index.calendars.map(({ id }) => `calendars/${id}.json`),
    ...index.policies.flatMap(({ id, revisions }) => revisions.map(({ revision }) => `${id}/${revision}.json`)),
  ];
  const documents = await Promise.all(paths.map(async (path) => ({ path, text: await read(path) })));
  return new Library(index, documents);
}

const libraries = new Map<string, Promise<Library>>();

/** Fetched once for each folder of policies. */
export function loadLibrary(base: URL): Promise<Library> {
  let library = libraries.get(base.href);
  if (!library) {
    library = load(base);
    library.catch(() => libraries.delete(base.href));
    libraries.set(base.href, library);
  }
  return library;
}
