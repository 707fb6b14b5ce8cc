import type { Plugin } from "vite";
import { directivesOf } from "../../tools/csp.mjs";

/** Writes the content security policy into the built page, for hosts that send no headers. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "supportcalc-content-security-policy",
    apply: "build", // the development server needs its own scripts
    transformIndexHtml: {
      order: "post", // after what puts scripts into the page
      handler: (html) => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: directivesOf(html).join("; ") },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}
