// Dates, amounts and durations as words. Every wall time comes from the core as fields; `Intl` only writes them out,
// because a browser's own time-zone data may be of another release.
import type { Amount } from "#wasm";
import type { Catalog } from "./catalog.ts";

/** A wall time of the core, "2026-04-07T15:30:00+09:00", taken apart. */
export interface Wall {
  /** The fields as if they were UTC, so that `Intl` shows them unchanged. */
  shifted: Date;
  offsetMinutes: number;
  text: string;
}

const wallPattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))$/;

export function parseWall(text: string): Wall {
  const match = wallPattern.exec(text);
  if (!match) throw new Error(`not a wall time: ${text}`);
  const field = (index: number): number => Number(match[index] ?? 0);
  const sign = match[7] === "-" ? -1 : 1;
  return {
    shifted: new Date(Date.UTC(field(1), field(2) - 1, field(3), field(4), field(5), field(6))),
    offsetMinutes: sign * (field(8) * 60 + field(9)),
    text,
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Any fields of a wall time; `name` tells the sets of fields apart. */
export function written(catalog: Catalog, shifted: Date, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${catalog.locale} ${name}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(catalog.locale, { ...options, timeZone: "UTC" });
    formatters.set(key, formatter);
  }
  return formatter.format(shifted);
}

export function formatDay(catalog: Catalog, wall: Wall): string {
  return written(catalog, wall.shifted, "day", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

export function formatShortDay(catalog: Catalog, wall: Wall): string {
  return written(catalog, wall.shifted, "short", { weekday: "short", day: "numeric", month: "short", year: "numeric" });
}

const twiceTwelve = new Map<string, boolean>();

// "8:00 AM" where a day has twice 12 hours, "08:00" where it has 24.
function countsTwiceToTwelve(locale: string): boolean {
  let known = twiceTwelve.get(locale);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 === true;
    twiceTwelve.set(locale, known);
  }
  return known;
}

/** Hours and minutes, and seconds where there are any. */
export function formatTime(catalog: Catalog, wall: Wall): string {
  const seconds = wall.shifted.getUTCSeconds() !== 0;
  return written(catalog, wall.shifted, seconds ? "seconds" : "time", {
    hour: countsTwiceToTwelve(catalog.locale) ? "numeric" : "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
  });
}

/** A date without a time, "2026-11-21". */
export function formatDate(catalog: Catalog, date: string): string {
  const shifted = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(shifted.getTime())) return date;
  return written(catalog, shifted, "date", { day: "numeric", month: "long", year: "numeric" });
}

/** "UTC+9", "UTC−3:30", "UTC". */
export function formatOffset(wall: Wall): string {
  const minutes = Math.abs(wall.offsetMinutes);
  if (minutes === 0) return "UTC";
  const rest = minutes % 60;
  const sign = wall.offsetMinutes < 0 ? "−" : "+";
  return `UTC${sign}${Math.floor(minutes / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

export function zoneName(name: string): string {
  return name.replaceAll("_", " ");
}

/** "Europe/Zurich, UTC+1", and "UTC" alone. */
export function clockName(zone: string | null | undefined, wall: Wall): string {
  const offset = formatOffset(wall);
  return zone == null || zone === offset ? offset : `${zoneName(zone)}, ${offset}`;
}

/** "Tuesday, 7 April 2026, 08:30 (Europe/Zurich, UTC+2)" */
export function formatMoment(catalog: Catalog, wall: Wall, zone: string | null | undefined): string {
  const moment = catalog.say("time.moment", { day: formatDay(catalog, wall), time: formatTime(catalog, wall) });
  return `${moment} (${clockName(zone, wall)})`;
}

/** "in 4 days 16 hours", "2 hours ago", cut to whole minutes; "now" for less than a minute on either side. */
export function formatRelative(catalog: Catalog, instant: string, now: string): string {
  const seconds = (Date.parse(instant) - Date.parse(now)) / 1000;
  if (Math.abs(seconds) < 60) return catalog.say("relative.now");
  return catalog.say(seconds > 0 ? "relative.in" : "relative.ago", { duration: { seconds: Math.abs(seconds) } });
}

/** What a promise, a credit or a policy counts, in a unit that has words. */
export type Figure = Omit<Amount, "unit"> & { unit: string };

/** So many of a unit: "4 business hours". A unit without a word keeps its id. */
function formatCount(catalog: Catalog, count: number, unit: string): string {
  const key = `unit.${unit}`;
  return catalog.has(key) ? catalog.say(key, { count }) : `${catalog.say("number", { count })} ${unit}`;
}

/** "24 to 48 hours" */
export function formatRange(catalog: Catalog, min: number, max: number, unit: string): string {
  const most = formatCount(catalog, max, unit);
  return min === max ? most : catalog.say("amount.range", { min, max: most });
}

export function formatAmount(catalog: Catalog, { value, min, max, unit }: Figure): string {
  if (value !== undefined) return formatCount(catalog, value, unit);
  return min === undefined || max === undefined ? catalog.say("amount.of-contract") : formatRange(catalog, min, max, unit);
}

/** A percentage as a document writes it, "99.50": "99.50 %", in German "99,50 %". */
export function formatPercent(catalog: Catalog, digits: string): string {
  const places = (digits.split(".")[1] ?? "").length;
  const figure = new Intl.NumberFormat(catalog.locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  return catalog.say("unit.percent", { count: figure.format(Number(digits)) });
}

/**
 * `part` of `whole` in per cent, with one decimal place and rounded down, so that nothing short of all is 100 %: 2 of 3 is "66.6 %".
 * "–" of nothing.
 */
export function formatPart(catalog: Catalog, part: number, whole: number): string {
  return whole === 0 ? "–" : formatPercent(catalog, (Math.floor((part * 1000) / whole) / 10).toFixed(1));
}

/** Of which one holds: "A", "A or B", "A, B or C". */
export function formatEither(catalog: Catalog, words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : catalog.say("list.either", { first: words.slice(0, -1).join(", "), last });
}
