// Every shipped policy and calendar, for the views that put one question to all of them.
import type { PolicyDocument } from "#wasm";
import type { PolicyIndex } from "./index-file.ts";
import type { Policy } from "./policy.ts";

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

async function textOf(name: string, base: URL): Promise<string> {
  const response = await fetch(new URL(name, base));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
}

async function load(base: URL): Promise<Library> {
  const index = JSON.parse(await textOf("index.json", base)) as PolicyIndex;
  const paths = [
    ...index.calendars.map(({ id }) => `calendars/${id}.json`),
    ...index.policies.flatMap(({ id, revisions }) => revisions.map(({ revision }) => `${id}/${revision}.json`)),
  ];
  const documents = await Promise.all(paths.map(async (path) => ({ path, text: await textOf(path, base) })));
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
