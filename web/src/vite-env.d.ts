/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Where whoever runs the page wants mistakes reported. */
  readonly VITE_REPORT_URL?: string;
}

/** The shipped policies (web/build/policies.ts). */
declare module "#policies" {
  const policies: import("./files/index-file.ts").KnownPolicy[];
  export default policies;
}

/** The languages there are, English first, and what each calls itself (web/build/languages.ts). */
declare module "#languages" {
  export const languageNames: Readonly<Record<string, string>>;
}

/** Loads parts of the catalogues, by language; web/build/strings.ts says what is in each (web/build/languages.ts). */
declare module "#catalogues" {
  /** A text, or one for each plural category of the language. */
  export type Entry = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });
  export type Loaders = Readonly<Record<string, () => Promise<{ default: Record<string, Entry> }>>>;
  export const first: Loaders, details: Loaders, reports: Loaders;
}

/** Loads the sentences of all diagnostics, by language and then by code; the core has the English (web/build/languages.ts). */
declare module "#diagnostics" {
  export type Words = Record<string, { message: string; hint: string }>;
  export const diagnostics: Readonly<Record<string, () => Promise<{ default: Words }>>>;
}
