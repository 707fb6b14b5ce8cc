// What page/prefetch.ts asked for before the page's script was there, for whoever needs it first.

export interface Asked {
  module: Promise<WebAssembly.Module>;
  /** The documents of the first answer, by the name of their file: "first/en/zitadel/2023-10-06.json". */
  first: { name: string; text: Promise<string> } | null;
}

declare global {
  interface Window {
    supportcalcAsked?: Partial<Asked>;
  }
}

/** Beneath the page, where policies are in `policies/`. */
export function firstName(language: string, policy: string): string {
  return `first/${language}/${policy}`;
}

/** Gives each thing once: who asks again, because it could not be had, has to ask anew. */
export function take<Name extends keyof Asked>(name: Name): Asked[Name] | undefined {
  const asked = window.supportcalcAsked?.[name];
  delete window.supportcalcAsked?.[name];
  return asked;
}
