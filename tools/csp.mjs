import { createHash } from 'node:crypto';

// The content security policy of the page: one list for the header (tools/serve.mjs) and for the <meta> of the
// built page (web/build/security.ts).
const directives = [
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

/** The content security policy of the page with this text: it allows the scripts within it by their hashes. */
export function directivesOf(html) {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text);
  const hashes = scripts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
  return directives.map((directive) => (directive.startsWith('script-src ') ? directive + hashes : directive));
}

// Works as a header only.
const headerDirectives = ["frame-ancestors 'self'"];

// Of the pages that show the ways of embedding: what a careful host sends, and frames for the one in a frame.
const variantDirectives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  ...headerDirectives,
];

/** The content security policy of what lies at a path of the built folder; `html` is the text of the page there. */
export function policyOf(path, html = '') {
  return (path.startsWith('/variants/') ? variantDirectives : [...directivesOf(html), ...headerDirectives]).join('; ');
}

/** What every answer says. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // The widget, the module and the policies are for pages of other origins too.
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Names with a hash of their content never change: "index-B3xQz81f.js". */
export const hashedName = /-[\w-]{8}\.\w+$/;

/** Pages and names without a hash are asked for again each time; an unchanged one costs a 304. */
export function cacheOf(path) {
  return hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
