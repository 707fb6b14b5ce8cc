/** The name of an assumption that a policy does not name itself. */
export function assumptionLabel(view: { say(key: string): string; catalog: { has(key: string): boolean } }, id: string, type: string): string {
  const key = `assumption.${id}`;
  return view.say(view.catalog.has(key) ? key : `assumption-type.${type}`);
}
