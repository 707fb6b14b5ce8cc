// Amounts that only stand below the answer, as words.
import type { Catalog } from "./catalog.ts";
import { formatDuration } from "./format.ts";
import type { Quantity } from "../files/policy.ts";

/** A span a clock has counted, to the minute. Open time is not put into days: a day of it is no day and night. */
export function formatCounted(catalog: Catalog, seconds: number, days: boolean): string {
  if (seconds > 0 && seconds < 60) return catalog.say("duration.under-minute");
  const minutes = Math.floor(seconds / 60);
  if (days || minutes < 1440) return formatDuration(catalog, minutes);
  const hours = catalog.say("duration.hours", { count: Math.floor(minutes / 60) });
  return minutes % 60 === 0 ? hours : `${hours} ${catalog.say("duration.minutes", { count: minutes % 60 })}`;
}

export function formatQuantity(catalog: Catalog, { value, unit, per }: Quantity): string {
  const key = `unit.${unit}`;
  const words = catalog.has(key) ? catalog.say(key, { count: value }) : `${catalog.say("number", { count: value })} ${unit}`;
  return per === undefined ? words : catalog.say("quantity.per", { amount: words, period: catalog.word("period", per) });
}
