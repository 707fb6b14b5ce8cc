export function directivesOf(html: string): string[];
export const commonHeaders: Record<string, string>;
export const hashedName: RegExp;
export function policyOf(path: string, html?: string): string;
export function cacheOf(path: string): string;
