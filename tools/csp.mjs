// The content security policy of the page: one list for the header (tools/serve.mjs) and for the <meta> of the
// built page (web/build/security.ts).
export const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'", // compiles WebAssembly; evaluates no text
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types supportcalc lit-html', // URLs of the worker and the service worker; Lit's templates
];

// Works as a header only.
export const headerDirectives = ["frame-ancestors 'self'"];
