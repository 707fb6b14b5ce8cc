/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Where whoever runs the page wants mistakes reported. */
  readonly VITE_REPORT_URL?: string;
}

/** Part of a catalogue, "#strings/en-first" (web/build/strings.ts). */
declare module "#strings/*" {
  const entries: Record<string, string | { one: string; other: string }>;
  export default entries;
}
