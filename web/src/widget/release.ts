// The files of one build of the widget, each checked against the hash the entry knows. The entry itself is checked by the page,
// with `integrity` on its script tag; so whoever trusts that hash trusts every byte that runs. What comes after the first answer
// has its hashes in a file of its own, whose hash the entry knows.
import type { Draw } from "./element.ts";

/** Paths are relative to the entry. */
export interface Files {
  /** The scripts each part needs, by the part's name. */
  parts: Record<string, string[]>;
  /** "sha256-…" by path. */
  hashes: Record<string, string>;
}

/** Written into the entry when it is built: the files of the first answer. */
export interface Manifest extends Files {
  /** The path of the JSON with the `Files` that come later. */
  later: string;
}

export class Release {
  private readonly checked = new Map<string, Promise<void>>();
  private app: Promise<Draw> | null = null;
  private later: Promise<Files> | null = null;

  constructor(
    private readonly manifest: Manifest,
    /** Where the entry is. */
    readonly base: URL,
  ) {}

  /** Fetches a file of the release; the browser refuses one that is not what was built. */
  async fetch(url: URL): Promise<Response> {
    const integrity = await this.hashOf(url.href.slice(this.base.href.length));
    return fetch(url, { integrity, referrerPolicy: "no-referrer" });
  }

  /**
   * Makes sure that a part may be imported. `import()` takes no hash, `modulepreload` does: what it refuses is not run, and
   * what it took is what `import()` then finds.
   */
  async checkScript(part: string): Promise<void> {
    const scripts = this.manifest.parts[part] ?? (await this.loadLater()).parts[part] ?? [part];
    await Promise.all(
      scripts.map((path) => {
        let check = this.checked.get(path);
        if (!check) {
          check = this.preload(path);
          check.catch(() => this.checked.delete(path));
          this.checked.set(path, check);
        }
        return check;
      }),
    );
  }

  /** The calculator, one for all elements of the page. */
  load(): Promise<Draw> {
    if (!this.app) {
      this.app = this.loadApp();
      this.app.catch(() => {
        this.app = null;
      });
    }
    return this.app;
  }

  private async loadApp(): Promise<Draw> {
    await this.checkScript("app");
    const [path = ""] = this.manifest.parts.app ?? [];
    const module = (await import(/* @vite-ignore */ new URL(path, this.base).href)) as { start(release: Release): Draw };
    return module.start(this);
  }

  private loadLater(): Promise<Files> {
    if (!this.later) {
      this.later = this.fetch(new URL(this.manifest.later, this.base)).then((response) => response.json() as Promise<Files>);
      this.later.catch(() => {
        this.later = null;
      });
    }
    return this.later;
  }

  private async preload(path: string): Promise<void> {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.crossOrigin = "anonymous";
    link.integrity = await this.hashOf(path);
    link.href = new URL(path, this.base).href;
    await new Promise<void>((resolve, reject) => {
      link.addEventListener("load", () => {
        resolve();
      });
      link.addEventListener("error", () => {
        link.remove();
        reject(new Error(`${link.href} could not be loaded, or is not the file that was built`));
      });
      document.head.append(link);
    });
  }

  private async hashOf(path: string): Promise<string> {
    const hash = this.manifest.hashes[path] ?? (await this.loadLater()).hashes[path];
    if (hash === undefined) throw new Error(`${path} is no file of this release`);
    return hash;
  }
}
