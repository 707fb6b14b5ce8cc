/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Where whoever runs the page wants mistakes reported. */
  readonly VITE_REPORT_URL?: string;
}
