// The hours a clock runs in, in words.
import type { Choice, Hours } from "../files/policy.ts";
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

// The value a choice comes to in this answer.
export function chosen(view: ResultView, value: string | Choice | undefined): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  if (value.assumption !== undefined) return view.result.assumptions.find(({ id }) => id === value.assumption)?.value;
  const option = view.result.options.find(({ id }) => id === value.option)?.value;
  return chosen(view, (option == null ? undefined : value.cases ? value.cases[option] : option) ?? value.otherwise);
}

export function hoursWords(view: ResultView, id: string): string {
  const hours = view.policy.hours?.find((candidate) => candidate.id === id);
  if (!hours) return "";
  const parts = [view.plain(hours.label)];
  if (hours.always !== true) {
    for (const window of hours.windows ?? []) parts.push(formatWindow(view.catalog, window, chosen(view, window.times)));
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
    const zone = chosen(view, hours.time_zone);
    if (zone !== undefined) parts.push(zoneName(zone));
    const holidays = [hours.holidays].flat().map((holidays) => chosen(view, holidays)).filter((id) => id !== undefined);
    const calendars = holidays.filter((id) => id !== "none").map((id) => view.word("calendar", id));
    if (calendars.length > 0) parts.push(view.say("hours.less-holidays", { calendar: calendars.join(", ") }));
    else if (holidays.length > 0) parts.push(view.say("hours.no-holidays"));
    const closed = (hours.extra_holidays ?? []).map(({ id, name }) => (name === undefined ? id : view.plain(name)));
    if (closed.length > 0) parts.push(view.say("hours.extra-holidays", { days: closed.join(", ") }));
  }
  return parts.join(", ");
}
