import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true };

// What the build makes of the catalogues; the tests read these themselves.
const made = {
  '#catalogues': 'export const first = {}, details = {}, reports = {};',
  '#languages': 'export const languageNames = { en: "English", de: "Deutsch" };',
};

export function resolve(specifier, context, next) {
  const source = made[specifier];
  if (source === undefined) return next(specifier, context);
  return { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true };
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { outputText } = ts.transpileModule(await readFile(new URL(url), 'utf8'), { compilerOptions: options });
  return { format: 'module', source: outputText, shortCircuit: true };
}
