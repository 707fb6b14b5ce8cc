// Events as an iCalendar file, RFC 5545. What calendar programs make of a file is decided by its octets: lines end in CRLF and
// have at most 75 of them, texts are escaped, and an address is not. docs/decisions/0013 says why no library does this.

export interface CalendarEvent {
  /** The same for the same ticket, so that importing again moves an event instead of doubling it. */
  uid: string;
  /** "2026-04-07T06:30:00Z" */
  at: string;
  summary: string;
  description: string;
  url: string | null;
  alarm: boolean;
}

/** "20260407T063000Z" of "2026-04-07T06:30:00Z" */
export const basicInstant = (instant: string): string => instant.replace(/[-:]/g, "");

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r?\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

// The rest of a line follows on lines that begin with a space; no character is cut in two.
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

function linesOf({ uid, at, summary, description, url, alarm }: CalendarEvent, stamp: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${basicInstant(stamp)}`,
    `DTSTART:${basicInstant(at)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(url === null ? [] : [`URL:${url}`]),
    "TRANSP:TRANSPARENT",
    ...(alarm ? ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S", `DESCRIPTION:${escaped(summary)}`, "END:VALARM"] : []),
    "END:VEVENT",
  ];
}

/** The text of a file made at `stamp`, each line with its end. */
export function iCalendar(events: readonly CalendarEvent[], stamp: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//supportcalc//supportcalc//EN",
    "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => linesOf(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
