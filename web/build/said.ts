// What modules say: the keys of the catalogues they name, and those of the modules they import. Read from their syntax, as
// TypeScript's own parser sees it.
//
//   say("due.your-time")                 names the key
//   say(`notice.${id}`)                  names every key that begins as the template does
//   word("kind", id)                     names the family: every key that begins with "kind."
//   said("next", message, ...)           likewise
//   const key = late ? "a.b" : "c.d"     names both: a string that is a key counts wherever it stands
//
// Types are not followed, for they are gone when a script runs; nor is `import()`, for what it brings comes later.
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export interface Named {
  /** The modules whose text this is from. */
  modules: Set<string>;
  strings: Set<string>;
  beginnings: Set<string>;
}

// "number" and `${unit}px` stand in many a source; a beginning of keys has to be one on purpose.
function beginningOf({ head, templateSpans }: ts.TemplateExpression): string | null {
  const fixed = [head.text, ...templateSpans.map(({ literal }) => literal.text)].join("");
  return head.text !== "" && fixed.includes(".") ? head.text : null;
}

function isOfFamily(node: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(node.expression) && ["word", "said"].includes(node.expression.name.text);
}

function importOf(node: ts.Node): string | null {
  if (!(ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) || !node.moduleSpecifier) return null;
  const forTypes = ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly;
  const { text } = node.moduleSpecifier as ts.StringLiteral;
  return !forTypes && text.startsWith(".") && text.endsWith(".ts") ? text : null;
}

function read(module: string, named: Named): void {
  if (named.modules.has(module)) return;
  named.modules.add(module);
  const visit = (node: ts.Node): void => {
    const imported = importOf(node);
    if (imported !== null) read(path.resolve(path.dirname(module), imported), named);
    if (ts.isStringLiteralLike(node)) named.strings.add(node.text);
    const beginning = ts.isTemplateExpression(node) ? beginningOf(node) : null;
    if (beginning !== null) named.beginnings.add(beginning);
    const [family] = ts.isCallExpression(node) && isOfFamily(node) ? node.arguments : [];
    if (family && ts.isStringLiteralLike(family)) named.beginnings.add(`${family.text}.`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(module, readFileSync(module, "utf8"), ts.ScriptTarget.Latest));
}

/** What some modules and all they import at once name. */
export function namedBy(modules: readonly string[]): Named {
  const named: Named = { modules: new Set(), strings: new Set(), beginnings: new Set() };
  for (const module of modules) read(module, named);
  return named;
}

/** Whether a key of a catalogue is named. */
export function isNamed({ strings, beginnings }: Named, key: string): boolean {
  return strings.has(key) || [...beginnings].some((beginning) => key.startsWith(beginning));
}
