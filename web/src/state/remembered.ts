// The two things the page keeps between visits: the chosen zone and the chosen language.
type Name = "time-zone" | "language";

const key = (name: Name): string => `supportcalc.${name}`;

let kept = true;

/** In pages of others nothing is kept. */
export function keepNothing(): void {
  kept = false;
}

export function keeps(): boolean {
  return kept;
}

export function remembered(name: Name): string | null {
  if (!kept) return null;
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null; // storage may be forbidden
  }
}

export function remember(name: Name, value: string): void {
  if (!kept) return;
  try {
    localStorage.setItem(key(name), value);
  } catch {
    // the choice then holds for this visit only
  }
}
