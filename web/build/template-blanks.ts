import type { Plugin } from "vite";

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

function templatesOf(value: unknown, found: Node[] = []): Node[] {
  if (Array.isArray(value)) for (const item of value) templatesOf(item, found);
  if (!isNode(value)) return found;
  const { tag, quasi } = value as { tag?: { name?: string }; quasi?: { quasis: Node[] } };
  if (value.type === "TaggedTemplateExpression" && /^(html|svg)$/.test(tag?.name ?? "")) found.push(...(quasi?.quasis ?? []));
  for (const [key, child] of Object.entries(value)) if (key !== "type") templatesOf(child, found);
  return found;
}

/**
 * Leaves out what only people who read the source need: line breaks and indents of templates, which a browser shows as one
 * blank or, within a tag, not at all; and what Vite adds to imports to fetch files ahead, which none of ours have.
 */
export function templateBlanks(): Plugin {
  return {
    name: "supportcalc-template-blanks",
    apply: "build",
    enforce: "post",
    transform(code, id) {
      if (id === "\0vite/preload-helper.js") return { code: "export const __vitePreload = (load) => load();", map: null };
      if (!id.includes("/web/src/") || !/\b(html|svg)`/.test(code)) return null;
      let lean = "";
      let done = 0;
      for (const { start, end } of templatesOf(this.parse(code)).sort((a, b) => a.start - b.start)) {
        const text = code.slice(start, end).replace(/\s*\n\s*(?=>)/g, "").replace(/\s*\n\s*/g, " ");
        lean += code.slice(done, start) + text;
        done = end;
      }
      return { code: lean + code.slice(done), map: null };
    },
  };
}
