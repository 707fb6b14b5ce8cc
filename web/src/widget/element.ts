// <support-calculator>, the part that is there at once: it keeps the attributes, shows what stands between its tags, and
// loads the calculator when it is wanted. It needs no library, so that a page pays little for what nobody scrolls to.
import { tell } from "../components/events.ts";

/** What draws in the element once it is loaded. */
export interface Face {
  connected(): void;
  disconnected(): void;
  /** Attributes that got another value. */
  changed(names: ReadonlySet<string>): void;
  /** Starts over with the entries of a link. */
  open(link: string): void;
  focus(options?: FocusOptions): void;
}

export type Draw = (element: SupportCalculator) => Face;

/** The properties that mirror an attribute, each a text or null. */
const mirrored = {
  policy: "policy",
  revision: "revision",
  plan: "plan",
  severity: "severity",
  impact: "impact",
  timeZone: "time-zone",
  language: "language",
  view: "view",
  policySrc: "policy-src",
  policyOrigin: "policy-origin",
  policyIntegrity: "policy-integrity",
} as const;

type Property = keyof typeof mirrored;

/** How far from being seen the calculator begins to load. */
const margin = "400px";

// Where there is no DOM, a page is being written out by a server: the class can be imported there and is never made.
const Base = ((globalThis as { HTMLElement?: unknown }).HTMLElement ?? Object) as typeof HTMLElement;

export class SupportCalculator extends Base {
  static readonly observedAttributes: readonly string[] = [...Object.values(mirrored), "lang"];

  /** Loads what draws the calculator. */
  static load: () => Promise<Draw> = () => Promise.reject(new Error("this module does not know its calculator"));
  /** Whether to load at once, seen or not. */
  static eager = false;

  /** "zitadel", or "zitadel@2023-10-06". */
  declare policy: string | null;
  /** "2023-10-06"; the default is the one in force today. */
  declare revision: string | null;
  declare plan: string | null;
  /** The level; it wins over `impact`. */
  declare severity: string | null;
  /** "availability=down workaround=none". */
  declare impact: string | null;
  /** "Europe/Berlin"; the default is the visitor's. */
  declare timeZone: string | null;
  /** The code of a language there is a catalogue for, "de"; the default is that of the text around, then the visitor's. */
  declare language: string | null;
  /** "compact" or "full". */
  declare view: string | null;
  /** The address of the host's own policy. */
  declare policySrc: string | null;
  /** The other origins the host's policy may come from, separated by spaces. */
  declare policyOrigin: string | null;
  /** A hash of the host's policy, as in `integrity` of a script. */
  declare policyIntegrity: string | null;

  /** The entries to begin with, as a link; where it is not empty, it wins over the attributes. */
  declare link: string;

  private readonly root: ShadowRoot;
  private readonly fallback: HTMLSlotElement;
  private readonly end: HTMLSlotElement;
  private face: Face | null = null;
  private starting = false;
  private wantsFocus: { options: FocusOptions | undefined } | null = null;
  private observer: IntersectionObserver | null = null;
  private readonly pending = new Set<string>();

  constructor() {
    super();
    // What a script set before the element was defined is a property of its own by now.
    this.link = Object.hasOwn(this, "link") ? this.link : "";
    this.root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");
    this.root.adoptedStyleSheets = [sheet];
    this.fallback = document.createElement("slot");
    this.end = document.createElement("slot");
    this.end.name = "after";
    const before = document.createElement("slot");
    before.name = "before";
    this.root.append(before, this.fallback, this.end);
  }

  connectedCallback(): void {
    for (const property of Object.keys(mirrored) as Property[]) {
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property];
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- uncovers the accessor of the class
      delete (this as Partial<Record<Property, string | null>>)[property];
      this[property] = value;
    }
    if (this.face) this.face.connected();
    else if ((this.constructor as typeof SupportCalculator).eager) this.start();
    else this.watch();
  }

  disconnectedCallback(): void {
    this.unwatch();
    this.face?.disconnected();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.face) return;
    // A script that sets three attributes means one change.
    if (this.pending.size === 0) {
      queueMicrotask(() => {
        const names = new Set(this.pending);
        this.pending.clear();
        this.face?.changed(names);
      });
    }
    this.pending.add(name);
  }

  /** Starts over with other entries. */
  open(link: string): void {
    this.link = link;
    this.face?.open(link);
  }

  override focus(options?: FocusOptions): void {
    if (this.face) this.face.focus(options);
    else {
      this.wantsFocus = { options };
      this.start();
    }
  }

  /** Whether something stands between the tags to show in place of the calculator. */
  get hasFallback(): boolean {
    return [...this.childNodes].some((node) =>
      node instanceof Element ? node.slot === "" : node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== "",
    );
  }

  /** For what draws: shows or hides what stands between the tags. */
  showFallback(shown: boolean): void {
    if (shown === this.fallback.isConnected) return;
    if (shown) {
      this.end.before(this.fallback);
      return;
    }
    const inside = document.activeElement !== this && this.contains(document.activeElement);
    this.fallback.remove();
    // The link someone was about to follow is gone: go on where they were.
    if (inside) this.wantsFocus = { options: { preventScroll: true } };
  }

  /** For what draws: there is something to see now. */
  shown(): void {
    if (!this.wantsFocus) return;
    this.face?.focus(this.wantsFocus.options);
    this.wantsFocus = null;
  }

  private watch(): void {
    this.addEventListener("focusin", this.start);
    if (typeof IntersectionObserver === "undefined") {
      this.start();
      return;
    }
    this.observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.start();
      },
      { rootMargin: margin },
    );
    this.observer.observe(this);
  }

  private unwatch(): void {
    this.removeEventListener("focusin", this.start);
    this.observer?.disconnect();
    this.observer = null;
  }

  private readonly start = (): void => {
    if (this.face || this.starting) return;
    this.starting = true;
    (this.constructor as typeof SupportCalculator)
      .load()
      .then((draw) => {
        this.unwatch();
        this.face = draw(this);
        if (this.isConnected) this.face.connected();
      })
      .catch((error: unknown) => {
        // The next time it is focused or put into the page, it is tried again.
        tell(this, "support-calculator-error", { code: "load", message: String(error), names: [], diagnostics: [] });
      })
      .finally(() => {
        this.starting = false;
      });
  };

  static {
    for (const [property, attribute] of Object.entries(mirrored)) {
      Object.defineProperty(this.prototype, property, {
        configurable: true,
        enumerable: true,
        get(this: SupportCalculator): string | null {
          return this.getAttribute(attribute);
        },
        set(this: SupportCalculator, value: string | null | undefined) {
          if (value === null || value === undefined) this.removeAttribute(attribute);
          else this.setAttribute(attribute, value);
        },
      });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "support-calculator": SupportCalculator;
  }
}

/** Makes <support-calculator> known, unless the page knows one already or there is no page. */
export function define(): void {
  if (typeof customElements === "undefined" || customElements.get("support-calculator")) return;
  customElements.define("support-calculator", SupportCalculator);
}
