// Where the text behind a fact can be read: the public page where there is one, else the file at the commit it was read at.
import type { Source } from "../files/policy.ts";

// "Definitions / Core Services; Escalation" names two headings, the first of them inside another; "(whole page)" is ours and names none.
function heading(section: string | undefined): string {
  return section?.split(/;|^\(/)[0]?.split(" / ").at(-1)?.trim() ?? "";
}

// Browsers scroll to a text named in the address, and open the top where the page does not have it.
function toText(words: string): string {
  const text = words.replace(/^\d+(\.\d+)*\.? (?=\D)/, "");
  return text === "" ? "" : `#:~:text=${encodeURIComponent(text).replaceAll("-", "%2D")}`;
}

// The anchor GitHub gives to a heading.
function toAnchor(words: string): string {
  return `#${encodeURIComponent(words.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-"))}`;
}

/** The file in its repository, at the commit that was read or, where that is not known, at the newest. */
export function fileAddress({ repository, path, commit }: Source, section?: string): string | null {
  if (repository === undefined || path === undefined) return null;
  if (!/^[\w-]+\/[\w.-]+$/.test(repository) || (commit !== undefined && !/^[0-9a-f]{7,40}$/.test(commit))) return null;
  const words = heading(section);
  const anchor = words !== "" && /\.mdx?$/.test(path) ? toAnchor(words) : "";
  return `https://github.com/${repository}/blob/${commit ?? "HEAD"}/${path.split("/").map(encodeURIComponent).join("/")}${anchor}`;
}

export function sourceAddress(source: Source, section?: string): string | null {
  const { url } = source;
  if (url === undefined || !/^https:\/\/[^\s"'<>]+$/.test(url)) return fileAddress(source, section);
  return url.includes("#") ? url : `${url}${toText(heading(section))}`;
}
