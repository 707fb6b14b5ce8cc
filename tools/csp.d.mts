export const directives: string[];
export const headerDirectives: string[];
export const commonHeaders: Record<string, string>;
export const hashedName: RegExp;
export function policyOf(path: string): string;
export function cacheOf(path: string): string;
