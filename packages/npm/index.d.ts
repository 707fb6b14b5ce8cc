import type {
  Diagnostic,
  PolicyDocument,
  Result,
  TicketRequest,
  Versions,
  WallTimeAnswer,
  WallTimeRequest,
} from './supportcalc.mjs';

export type * from './supportcalc.mjs';

export interface Calculator {
  /** Answers one ticket. A request that cannot be answered gives `ok: false` and says why; nothing is thrown. */
  evaluate(request: TicketRequest): Result;
  /** What a zone's clocks show at an instant, or which instant a wall time means. */
  wallTime(request: WallTimeRequest): WallTimeAnswer;
  /** Every IANA zone name and alias, sorted. */
  zones(): string[];
  /** The versions of the engine and of its time-zone data. */
  versions(): Versions;
}

export interface CalculatorOptions {
  /** The policies to answer from, and the calendars they name: `supportcalc/policies`, or documents of your own. */
  policies: readonly PolicyDocument[];
  /** The bytes of `supportcalc/supportcalc.wasm`, where they cannot be fetched or read from beside the package. */
  wasm?: ArrayBuffer | Uint8Array;
}

/**
 * Starts an engine. Rejects with a `PolicyError` when a document is not valid.
 *
 * @example
 * const calculator = await createCalculator({ policies });
 * const result = calculator.evaluate({
 *   policy: 'zitadel@2023-10-06', plan: 'extended-sla', severity: 'severity-1', submitted_at: '2026-04-02T14:30:00Z',
 * });
 * if (result.ok) console.log(result.targets[0]?.due?.at); // 2026-04-07T06:30:00Z
 */
export function createCalculator(options: CalculatorOptions): Promise<Calculator>;

/** Documents that cannot be used. */
export class PolicyError extends Error {
  readonly diagnostics: Diagnostic[];
}
