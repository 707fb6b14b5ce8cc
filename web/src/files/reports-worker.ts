// Compares and audits beside the page, so that the page stays awake; takes and gives messages (reports.ts).
import createReports, {
  type AuditBegun,
  type AuditEnd,
  type AuditOptions,
  type AuditProgress,
  type AuditRow,
  type AuditSummary,
  type CompareRequest,
  type CompareResult,
  type SupportcalcReportsModule,
  type TableSeen,
} from "#wasm-reports";
import type { Entries, EntriesRequest, EntriesResult, Failure, LoadAnswer, PolicyDocument } from "#wasm";
import { compiled } from "./responses.ts";
import moduleUrl from "#module-reports?url";

export type Ask =
  | { id: number; ask: "load"; documents: readonly PolicyDocument[] }
  | { id: number; ask: "entries"; requests: readonly EntriesRequest[] }
  | { id: number; ask: "compare"; request: CompareRequest }
  | { id: number; ask: "audit"; file: Blob; options: AuditOptions };

/** Rows of an audit that a reader wants to look at, by what became of them. */
export type Listed = "missed" | "disputed" | "open" | "unjudged";

export interface Audited {
  ok: true;
  summary: AuditSummary;
  /** No more than `mostListed` of each. */
  rows: Record<Listed, AuditRow[]>;
  /** The result table, as CSV. */
  table: Blob;
}

export const mostListed = 1000;

export type Told =
  | { id: number; told: "answer"; answer: LoadAnswer | Entries[][] | CompareResult | Audited | Failure }
  | { id: number; told: "progress"; bytes: number; tickets: number }
  | { id: number; told: "trouble"; trouble: "blocked" | "trapped" | "unreadable" };

/** Told so often, in milliseconds. */
const pace = 100;
/** So many bytes are judged between two looks at the clock. */
const pieceSize = 128 * 1024;

const tell = (told: Told): void => {
  self.postMessage(told);
};

let starting: Promise<SupportcalcReportsModule> | null = null;

class Unreadable extends Error {}

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new Unreadable("the file cannot be read", { cause });
    });
    if (done) return;
    for (let from = 0; from < value.length; from += pieceSize) yield value.subarray(from, from + pieceSize);
  }
}

/** What a form offers under each plan of a policy; nothing where the policy cannot answer. */
function entries(module: SupportcalcReportsModule, request: EntriesRequest): Entries[] {
  const ask = (asked: EntriesRequest): Entries[] => {
    const answer = JSON.parse(module.entries(JSON.stringify(asked))) as EntriesResult;
    return answer.ok ? [answer] : [];
  };
  return ask(request).flatMap(({ plans }) => plans.flatMap(({ id }) => ask({ ...request, plan: id })));
}

async function audit(module: SupportcalcReportsModule, id: number, file: Blob, options: AuditOptions): Promise<Audited | Failure> {
  // What day and month are is told by the whole column, so the file is looked at before it is judged.
  module.table_begin(JSON.stringify(options));
  for await (const piece of piecesOf(file)) module.table_add(piece);
  const seen = JSON.parse(module.table_end()) as TableSeen;
  if (!seen.ok) return seen;
  const begun = JSON.parse(module.audit_begin(JSON.stringify({ ...options, mapping: seen.mapping, csv: true }))) as AuditBegun;
  if (!begun.ok) return begun;
  const rows: Audited["rows"] = { missed: [], disputed: [], open: [], unjudged: [] };
  const table: string[] = [];
  let bytes = 0;
  let told = 0;
  const take = (answer: Extract<AuditProgress, { ok: true }>): void => {
    for (const row of answer.rows) {
      const list = rows[row.verdict as Listed];
      if (list.length < mostListed) list.push(row);
    }
    table.push(answer.csv ?? "");
  };
  for await (const piece of piecesOf(file)) {
    const answer = JSON.parse(module.audit_add(piece)) as AuditProgress;
    if (!answer.ok) return answer;
    take(answer);
    bytes += piece.length;
    if (performance.now() - told < pace) continue;
    told = performance.now();
    tell({ id, told: "progress", bytes, tickets: answer.tickets });
  }
  const end = JSON.parse(module.audit_end()) as AuditEnd;
  if (!end.ok) return end;
  take(end);
  return { ok: true, summary: end.summary, rows, table: new Blob(table, { type: "text/csv;charset=utf-8" }) };
}

async function answer(message: Ask): Promise<Told> {
  const { id } = message;
  let module: SupportcalcReportsModule;
  try {
    starting ??= fetch(new URL(moduleUrl, import.meta.url))
      .then(compiled)
      .then((wasm) => createReports({ wasm }));
    module = await starting;
  } catch {
    return { id, told: "trouble", trouble: "blocked" };
  }
  try {
    switch (message.ask) {
      case "load":
        return { id, told: "answer", answer: JSON.parse(module.load(JSON.stringify(message.documents))) as LoadAnswer };
      case "entries":
        return { id, told: "answer", answer: message.requests.map((request) => entries(module, request)) };
      case "compare":
        return { id, told: "answer", answer: JSON.parse(module.compare(JSON.stringify(message.request))) as CompareResult };
      case "audit":
        return { id, told: "answer", answer: await audit(module, id, message.file, message.options) };
    }
  } catch (error) {
    return { id, told: "trouble", trouble: error instanceof Unreadable ? "unreadable" : "trapped" };
  }
}

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  void answer(data).then(tell);
};
