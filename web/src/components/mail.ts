// A link that opens the visitor's mail program with the ticket in it.
import type { Channel } from "../files/policy.ts";
import { mayBeOwed } from "./condition.ts";
import type { ResultView } from "./view.ts";

/** Longer addresses are cut or refused by common mail programs. */
const mostCharacters = 2000;

function addressOf(channel: Channel): string | null {
  return /^(?:mailto:)?([^\s"'<>?&%@]+@[^\s"'<>?&%@]+)$/.exec(channel.address ?? "")?.[1] ?? null;
}

/** The e-mail channel for this matter that the plan has, none where the level requires another: one kept for this kind of request goes before a general one. */
export function mailChannel(view: ResultView): { channel: Channel; address: string } | null {
  const { entries } = view.shown;
  const request = entries.byHand ? undefined : entries.impact.get("request");
  const { channels } = view.result;
  const required = channels.some((channel) => channel.required);
  const open = channels.flatMap((had) => {
    const channel = view.policy.channels?.[had.row];
    const address = channel?.kind === "email" ? addressOf(channel) : null;
    return channel && address !== null && mayBeOwed(had) && (!required || had.required) ? [{ channel, address }] : [];
  });
  const kept = open.find(({ channel }) => request !== undefined && channel.for?.includes(request));
  const general = open.filter(({ channel }) => (channel.for ?? []).length === 0 && channel.role !== "routing");
  return kept ?? general.find(({ channel }) => channel.role !== "emergency") ?? general[0] ?? null;
}

const encoded = (text: string): string => encodeURIComponent(text.replace(/\r?\n/g, "\r\n"));

/** The address, and whether the text had to be cut for it; `more` is what then stands at its end. */
export function mailLink(address: string, subject: string, body: string, more: string): { href: string; cut: boolean } {
  const start = `mailto:${encodeURIComponent(address).replace("%40", "@")}?subject=${encoded(subject.slice(0, 200))}&body=`;
  const whole = start + encoded(body);
  if (whole.length <= mostCharacters) return { href: whole, cut: false };
  const end = encoded(`\n\n${more}`);
  const room = mostCharacters - start.length - end.length;
  let text = "";
  // By lines, so that no word and no character is cut in two.
  for (const line of body.split("\n")) {
    const next = text + encoded(text === "" ? line : `\n${line}`);
    if (next.length > room) break;
    text = next;
  }
  return { href: start + text + end, cut: true };
}
