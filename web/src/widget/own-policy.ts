// A policy of the host's own, by address. It is foreign text: it may come from the host's origin or one the host names, has a
// size, and nothing reads it before the core has taken it.
import type { PolicyDocument } from "#wasm";
import { PolicyRefused, type Engine } from "../files/engine.ts";
import { calendarsOf, revisionEntry } from "../files/index-entries.ts";
import type { KnownPolicy, PolicyIndex } from "../files/index-file.ts";
import type { Policy } from "../files/policy.ts";
import type { PolicyFiles } from "../files/policy-files.ts";
import checksUrl from "#module-checks?url";

export { default as createModule } from "#wasm-checks";
export const moduleUrl = new URL(checksUrl, import.meta.url);

const maxBytes = 256 * 1024;
const maxMilliseconds = 20_000;

export interface Terms {
  /** Origins beside the host's own, separated by spaces. */
  origins: string | null;
  integrity: string | null;
}

interface Loaded {
  /** "acme/2026-01-01.json" */
  name: string;
  text: string;
  policy: KnownPolicy;
}

function refused(code: string, message: string, hint: string): PolicyRefused {
  return new PolicyRefused([{ code, pointer: "", message, hint, parameters: {} }]);
}

export class OwnPolicy implements PolicyFiles {
  private loaded: Promise<Loaded> | null = null;

  constructor(
    /** Its module checks. */
    readonly engine: Engine,
    private readonly address: string,
    private readonly terms: Terms,
    /** Where the calendars it names come from. */
    private readonly shipped: PolicyFiles,
  ) {}

  async text(name: string): Promise<string> {
    if (name.startsWith("calendars/")) return this.shipped.text(name);
    const loaded = await this.load();
    if (name === loaded.name) return loaded.text;
    throw new Error(`${name} is not the host's policy`);
  }

  async policies(): Promise<KnownPolicy[]> {
    return [(await this.load()).policy];
  }

  private load(): Promise<Loaded> {
    if (!this.loaded) {
      this.loaded = this.readAndCheck();
      this.loaded.catch(() => {
        this.loaded = null;
      });
    }
    return this.loaded;
  }

  private async readAndCheck(): Promise<Loaded> {
    const [text, shipped] = await Promise.all([this.read(), this.shipped.text("index.json")]);
    const known = (JSON.parse(shipped) as PolicyIndex).calendars;
    const { name, calendars } = await this.check(text, known.map(({ id }) => id));
    const policy = JSON.parse(text) as Policy;
    // It is the only one, whatever the day.
    const entry = revisionEntry(policy, calendars, { in_force_from: null, in_force_until: null });
    return { name, text, policy: { id: policy.id, vendor: policy.vendor.name, answering: [{ from: null, revision: policy.revision }], revisions: [entry] } };
  }

  // The core says what is wrong with it, all at once. Its id and revision are needed to name the file, nothing else is read.
  private async check(text: string, known: readonly string[]): Promise<{ name: string; calendars: string[] }> {
    const name = `${wordAt(text, "id") ?? "policy"}/${wordAt(text, "revision") ?? "revision"}.json`;
    const documents = async (ids: readonly string[]): Promise<PolicyDocument[]> => [
      { path: name, text },
      ...(await Promise.all(ids.map(async (id) => ({ path: `calendars/${id}.json`, text: await this.shipped.text(`calendars/${id}.json`) })))),
    ];
    const answer = await this.engine.check(await documents(known));
    if (!answer.ok) throw new PolicyRefused(answer.diagnostics);
    return { name, calendars: calendarsOf(JSON.parse(text) as Policy, known) };
  }

  private async read(): Promise<string> {
    const url = new URL(this.address, document.baseURI);
    const allowed = [location.origin, ...(this.terms.origins ?? "").split(/\s+/)];
    if (!allowed.includes(url.origin)) {
      throw refused(
        "widget.origin_not_allowed",
        `The policy comes from ${url.origin}, which this page has not allowed.`,
        `Name the origin in the attribute policy-origin.`,
      );
    }
    const response = await fetch(url, {
      credentials: url.origin === location.origin ? "same-origin" : "omit",
      redirect: "error", // it could lead to an origin that is not allowed
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(maxMilliseconds),
      ...(this.terms.integrity === null ? {} : { integrity: this.terms.integrity }),
    });
    if (!response.ok || !response.body) throw new Error(`${url.href}: ${response.status}`);
    return atMost(maxBytes, response.body);
  }
}

async function atMost(limit: number, body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > limit) {
      await reader.cancel();
      throw refused("widget.policy_too_large", `The policy has more than ${limit / 1024} KB.`, "Leave out what the calculator does not need.");
    }
    text += decoder.decode(value, { stream: true });
  }
}

function wordAt(text: string, key: "id" | "revision"): string | null {
  try {
    const value = (JSON.parse(text) as Record<string, unknown> | null)?.[key];
    return typeof value === "string" ? value : null;
  } catch {
    return null; // the core says where it is not JSON
  }
}
