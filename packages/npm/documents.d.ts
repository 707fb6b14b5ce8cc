import type { PolicyDocument } from './supportcalc.mjs';

declare const documents: readonly PolicyDocument[];
export default documents;
