// The attributes of <support-calculator> as the link they amount to, and back to the attribute that a part of it came from.
import type { SupportCalculator } from "./element.ts";

const entries = new Set(["policy", "revision", "plan", "severity", "impact", "time-zone"]);

export function isEntry(attribute: string): boolean {
  return entries.has(attribute);
}

export function entriesOf(element: SupportCalculator): string {
  const { policy, revision, plan, severity, impact, timeZone } = element;
  const link = new URLSearchParams();
  const add = (name: string, value: string | null): void => {
    if (value !== null && value.trim() !== "") link.append(name, value.trim());
  };
  add("policy", policy !== null && revision !== null ? `${policy.split("@")[0]?.trim() ?? ""}@${revision.trim()}` : policy);
  add("plan", plan);
  add("severity", severity);
  // "availability=down workaround=none"; commas and semicolons part them too.
  for (const part of (severity === null ? (impact ?? "") : "").split(/[\s,;]+/)) {
    if (part === "") continue;
    const [facet = "", value = ""] = part.split(/=(.*)/);
    link.append(`impact.${facet}`, value);
  }
  add("tz", timeZone);
  return link.toString();
}

/** The attribute behind a part of the link: "policy=zitadel@2020-01-01" is named for its revision. */
export function attributeOf(part: string): string {
  if (part.startsWith("policy=")) return "revision";
  const name = part.split(".")[0] ?? part;
  return name === "tz" ? "time-zone" : name;
}
