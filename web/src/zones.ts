/** A zone as typed, as the core writes it: letter case and blanks are forgiven. */
export function zoneNamed(zones: readonly string[], typed: string): string | undefined {
  const wanted = typed.trim().replaceAll(" ", "_").toLowerCase();
  return zones.find((name) => name.toLowerCase() === wanted);
}
