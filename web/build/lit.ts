import type { Plugin } from "vite";

const versions = /\(\w+\.litHtmlVersions\s*\?\?=\s*\[\]\)\.push\("[\d.]+"\)/;

/** Lit notes its version in a global variable, to warn of several; a widget leaves no trace in the pages of others. */
export function noGlobals(): Plugin {
  return {
    name: "supportcalc-no-globals",
    apply: "build",
    transform(code, id) {
      if (!id.endsWith("/lit-html/lit-html.js")) return null;
      if (!versions.test(code)) this.error("Lit notes its version elsewhere now");
      return { code: code.replace(versions, "0"), map: null };
    },
  };
}
