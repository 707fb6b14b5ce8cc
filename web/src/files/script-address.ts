// The page allows no text as the address of a script (`require-trusted-types-for`); its own files are allowed here.
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;

function ownAddress(url: string): string {
  const address = new URL(url, document.baseURI);
  if (address.origin !== new URL(document.baseURI).origin) throw new Error(`not a script of this page: ${url}`);
  return address.href;
}

// A policy can be made once only.
const policy = policies?.createPolicy("supportcalc", { createScriptURL: ownAddress });

/** The address of a script of this page, as workers take it. */
export function scriptAddress(url: string): string {
  return policy ? (policy.createScriptURL(url) as string) : ownAddress(url);
}
