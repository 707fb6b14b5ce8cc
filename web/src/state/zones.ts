/** The zone of the visitor's own clock. The first use of `Intl` takes tens of milliseconds, whatever is asked. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A zone as typed, as the core writes it: letter case and blanks are forgiven. */
export function zoneNamed(zones: readonly string[], typed: string): string | undefined {
  const wanted = typed.trim().replaceAll(" ", "_").toLowerCase();
  return zones.find((name) => name.toLowerCase() === wanted);
}
