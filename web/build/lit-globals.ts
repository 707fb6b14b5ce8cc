import type { Plugin } from "vite";

interface Note {
  pattern: RegExp;
  instead: string;
}

// `(globalThis.litHtmlVersions ??= []).push("3.3.3")`, to warn of several.
const version = (name: string): Note => ({
  pattern: new RegExp(`\\(\\w+\\.${name}\\s*\\?\\?=\\s*\\[\\]\\)\\.push\\("[\\d.]+"\\)`),
  instead: "0",
});

/** By the end of a file's path: what Lit notes in global variables there. */
const notes: Record<string, Note[]> = {
  "/lit-html/lit-html.js": [version("litHtmlVersions")],
  "/lit-element/lit-element.js": [version("litElementVersions")],
  "/@lit/reactive-element/reactive-element.js": [
    version("reactiveElementVersions"),
    // Read by that name further down in the same file.
    { pattern: /,\w+\.litPropertyMetadata\s*\?\?=\s*new WeakMap;/, instead: ";const litPropertyMetadata=new WeakMap;" },
  ],
};

/** A widget leaves no trace in the pages of others: what Lit keeps in global variables is left out or kept in its own files. */
export function noGlobals(): Plugin {
  return {
    name: "supportcalc-no-globals",
    apply: "build",
    transform(code, id) {
      const own = Object.entries(notes).find(([end]) => id.endsWith(end))?.[1];
      if (!own) return null;
      let changed = code;
      for (const { pattern, instead } of own) {
        if (!pattern.test(changed)) this.error("Lit notes this elsewhere now");
        changed = changed.replace(pattern, instead);
      }
      return { code: changed, map: null };
    },
  };
}
