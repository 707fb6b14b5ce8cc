// The files of one build of the widget, each checked against the hash the entry knows. The entry itself is checked by the page,
// with `integrity` on its script tag; so whoever trusts that hash trusts every byte that runs.
import type { Draw } from "./element.ts";

/** Written into the entry when it is built. Paths are relative to the entry. */
export interface Manifest {
  /** The scripts each part needs, by the part's name. */
  parts: Record<string, string[]>;
  /** "sha256-…" by path. */
  hashes: Record<string, string>;
}

export class Release {
  private readonly checked = new Map<string, Promise<void>>();
  private app: Promise<Draw> | null = null;

  constructor(
    private readonly manifest: Manifest,
    /** Where the entry is. */
    readonly base: URL,
  ) {}

  /** Fetches a file of the release; the browser refuses one that is not what was built. */
  fetch(url: URL): Promise<Response> {
    const integrity = this.hashOf(url.href.slice(this.base.href.length));
    return fetch(url, { integrity, referrerPolicy: "no-referrer" });
  }

  /**
   * Makes sure that a part may be imported. `import()` takes no hash, `modulepreload` does: what it refuses is not run, and
   * what it took is what `import()` then finds.
   */
  async checkScript(part: string): Promise<void> {
    await Promise.all(
      (this.manifest.parts[part] ?? [part]).map((path) => {
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

  private preload(path: string): Promise<void> {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.crossOrigin = "anonymous";
    link.integrity = this.hashOf(path);
    link.href = new URL(path, this.base).href;
    return new Promise((resolve, reject) => {
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

  private hashOf(path: string): string {
    const hash = this.manifest.hashes[path];
    if (hash === undefined) throw new Error(`${path} is no file of this release`);
    return hash;
  }
}
