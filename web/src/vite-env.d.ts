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

/** Part of a catalogue, "#strings/en-first" (web/build/strings.ts). */
declare module "#strings/*" {
  const entries: Record<string, string | { one: string; other: string }>;
  export default entries;
}
