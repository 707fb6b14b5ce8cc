// Comparison and audit for the page: a worker with the module of both, started when there is something to do.
import type { CompareRequest, CompareResult } from "#wasm-reports";
import type { AuditOptions } from "#wasm-reports";
import type { Entries, EntriesRequest, Failure, PolicyDocument } from "#wasm";
import workerUrl from "./reports-worker.ts?worker&url";
import type { Ask, Audited, Told } from "./reports-worker.ts";
import { scriptAddress } from "./script-address.ts";

export type Trouble = "blocked" | "trapped" | "unreadable";

/** The worker could not do it. The next call gets a fresh one. */
export class ReportsFailed extends Error {
  override name = "ReportsFailed";

  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

export interface Progress {
  bytes: number;
  tickets: number;
}

interface Waiting {
  done: (answer: unknown) => void;
  failed: (error: ReportsFailed) => void;
  progress: (progress: Progress) => void;
}

type WithoutId<T> = T extends Ask ? Omit<T, "id"> : never;

export class Reports {
  private worker: Worker | null = null;
  /** The set the worker holds. */
  private held: readonly PolicyDocument[] | null = null;
  private waiting = new Map<number, Waiting>();
  private last = 0;

  /** What a form offers under each plan of policies; none for a policy that cannot answer. */
  async entries(documents: readonly PolicyDocument[], requests: readonly EntriesRequest[]): Promise<Entries[][]> {
    const refused = await this.load(documents);
    return refused ? [] : ((await this.ask({ ask: "entries", requests })) as Entries[][]);
  }

  async compare(documents: readonly PolicyDocument[], request: CompareRequest): Promise<CompareResult> {
    return (await this.load(documents)) ?? ((await this.ask({ ask: "compare", request })) as CompareResult);
  }

  async audit(
    documents: readonly PolicyDocument[],
    file: Blob,
    options: AuditOptions,
    progress: (progress: Progress) => void,
  ): Promise<Audited | Failure> {
    return (await this.load(documents)) ?? ((await this.ask({ ask: "audit", file, options }, progress)) as Audited | Failure);
  }

  /** Gives up whatever is being done; nothing is told of it any more. */
  stop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.held = null;
    this.waiting.clear();
  }

  private async load(documents: readonly PolicyDocument[]): Promise<Failure | null> {
    if (this.held === documents) return null;
    this.held = documents;
    const answer = (await this.ask({ ask: "load", documents })) as { ok: true } | Failure;
    if (answer.ok) return null;
    this.held = null;
    return answer;
  }

  private ask(message: WithoutId<Ask>, progress: Waiting["progress"] = () => undefined): Promise<unknown> {
    const id = ++this.last;
    const worker = (this.worker ??= this.start());
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed, progress });
      worker.postMessage({ ...message, id });
    });
  }

  private start(): Worker {
    const worker = new Worker(scriptAddress(workerUrl), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      this.take(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.fail("blocked");
    };
    return worker;
  }

  private take(told: Told): void {
    const waiting = this.waiting.get(told.id);
    if (!waiting) return;
    if (told.told === "progress") waiting.progress(told);
    else if (told.told === "answer") {
      this.waiting.delete(told.id);
      waiting.done(told.answer);
    } else this.fail(told.trouble);
  }

  // A module that stopped in the middle of a call is not asked again.
  private fail(trouble: Trouble): void {
    const { waiting } = this;
    this.waiting = new Map();
    this.stop();
    for (const { failed } of waiting.values()) failed(new ReportsFailed(trouble));
  }
}
