// The hours a clock runs in, in words.
import type { Hours } from "../files/policy.ts";
import { formatDate, zoneName } from "../words/format.ts";
import type { ResultView } from "./view.ts";
import type { Catalog } from "../words/catalog.ts";

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** "Monday to Friday", "Saturday, Sunday" */
export function formatDays(catalog: Catalog, days: readonly string[]): string {
  const places = days.map((day) => week.indexOf(day));
  const run = places.length > 2 && places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1);
  const name = (day: string | undefined): string => (day === undefined ? "" : catalog.word("weekday", day));
  return run ? catalog.say("hours.days", { first: name(days[0]), last: name(days.at(-1)) }) : days.map((day) => name(day)).join(", ");
}

type Window = NonNullable<Hours["windows"]>[number];

/** "Monday to Friday 08:00–17:00"; `times` where the window does not say them itself. */
export function formatWindow(catalog: Catalog, { days, open = "", close = "", close_day: closeDay }: Window, times = `${open}-${close}`): string {
  const until = closeDay === undefined ? "" : `${catalog.word("weekday", closeDay)} `;
  return `${formatDays(catalog, days)} ${times.replace("-", `–${until}`)}`;
}

export function hoursWords(view: ResultView, id: string): string {
  const hours = view.policy.hours?.find((candidate) => candidate.id === id);
  if (!hours) return "";
  const settled = view.result.hours.find((each) => each.id === id);
  const parts = [view.plain(hours.label)];
  if (hours.always !== true) {
    for (const [index, window] of (hours.windows ?? []).entries()) parts.push(formatWindow(view.catalog, window, settled?.windows[index]?.times ?? undefined));
    for (const { date, rule, days = [], open, close = "", note } of hours.openings ?? []) {
      const times = open === undefined ? "" : `${open}–${close}`;
      const name = rule?.name === undefined ? (rule?.id ?? "") : view.plain(rule.name);
      if (date !== undefined && times !== "") parts.push(view.say("hours.opening", { date: formatDate(view.catalog, date), times }));
      else if (times !== "") parts.push(view.say("hours.opening-each", { days: name, times: [formatDays(view.catalog, days), times].filter(Boolean).join(" ") }));
      else {
        const closed = date === undefined ? [name, ...days.map((day) => view.word("weekday", day))].join(", ") : formatDate(view.catalog, date);
        parts.push(view.say("hours.opening-closed", { days: closed }));
      }
      if (note !== undefined) parts.push(view.plain(note));
    }
    if (settled?.time_zone != null) parts.push(zoneName(settled.time_zone));
    const holidays = settled?.holidays ?? [];
    const calendars = holidays.filter((id) => id !== "none").map((id) => view.word("calendar", id));
    if (calendars.length > 0) parts.push(view.say("hours.less-holidays", { calendar: calendars.join(", ") }));
    else if (holidays.length > 0) parts.push(view.say("hours.no-holidays"));
    const closed = (hours.extra_holidays ?? []).map(({ id, name }) => (name === undefined ? id : view.plain(name)));
    if (closed.length > 0) parts.push(view.say("hours.extra-holidays", { days: closed.join(", ") }));
  }
  return parts.join(", ");
}
