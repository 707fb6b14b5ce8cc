export declare const directives: readonly string[];
export declare const headerDirectives: readonly string[];
