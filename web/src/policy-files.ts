// Where policies, calendars and their index come from.
export interface PolicyFiles {
  /** The text of "index.json", "zitadel/2023-10-06.json" or "calendars/ch-sg.json". */
  text(name: string): Promise<string>;
}

/** A folder of built policies; each file is read once. */
export class PolicyFolder implements PolicyFiles {
  private readonly texts = new Map<string, Promise<string>>();

  constructor(
    private readonly base: URL,
    private readonly read: (url: URL) => Promise<Response> = (url) => fetch(url),
  ) {}

  text(name: string): Promise<string> {
    let text = this.texts.get(name);
    if (!text) {
      text = this.read(new URL(name, this.base)).then((response) => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.text();
      });
      text.catch(() => this.texts.delete(name));
      this.texts.set(name, text);
    }
    return text;
  }
}
