// The core in the browser: one instance per page, JSON in and out.
import createModule from "#wasm";
import type {
  Diagnostic,
  LoadAnswer,
  PolicyDocument,
  Result,
  SupportcalcModule,
  TicketRequest,
  Versions,
  WallTimeAnswer,
  WallTimeRequest,
} from "#wasm";

/** The module could not be started: blocked by the host's policy, not found, or not WebAssembly. */
export class EngineUnavailable extends Error {
  override name = "EngineUnavailable";
}

/** The module stopped in the middle of a call. The next call gets a fresh instance. */
export class EngineTrapped extends Error {
  override name = "EngineTrapped";
}

type Instance = SupportcalcModule;

export class Engine {
  private instance: Promise<Instance> | null = null;
  private documents: PolicyDocument[] | null = null;

  /** Begins to fetch and compile; calling it early saves the wait later. */
  start(): Promise<Instance> {
    this.instance ??= createModule().catch((cause: unknown) => {
      this.instance = null;
      throw new EngineUnavailable("the module did not start", { cause });
    });
    return this.instance;
  }

  /** Replaces the set of policies. Empty when it is good. */
  async load(documents: PolicyDocument[]): Promise<Diagnostic[]> {
    const answer = await this.call<LoadAnswer>((module) => module.load(JSON.stringify(documents)));
    this.documents = answer.ok ? documents : null;
    return answer.ok ? [] : answer.diagnostics;
  }

  evaluate(request: TicketRequest): Promise<Result> {
    return this.call((module) => module.evaluate(JSON.stringify(request)));
  }

  wallTime(request: WallTimeRequest): Promise<WallTimeAnswer> {
    return this.call((module) => module.wall_time(JSON.stringify(request)));
  }

  zones(): Promise<string[]> {
    return this.call((module) => module.zones());
  }

  versions(): Promise<Versions> {
    return this.call((module) => module.versions());
  }

  private async call<T>(work: (module: Instance) => string): Promise<T> {
    const fresh = this.instance === null;
    const module = await this.start();
    try {
      // After a trap the new instance knows no policies yet.
      if (fresh && this.documents) module.load(JSON.stringify(this.documents));
      return JSON.parse(work(module)) as T;
    } catch (cause) {
      this.instance = null;
      throw new EngineTrapped("the module stopped", { cause });
    }
  }
}

/** One for all calculators of a page. */
export const engine = new Engine();
