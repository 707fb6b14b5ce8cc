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

/** A policy that the core does not take. */
export class PolicyRefused extends Error {
  override name = "PolicyRefused";

  constructor(readonly diagnostics: Diagnostic[]) {
    super("the policy is refused");
  }
}

type Instance = SupportcalcModule;

export class Engine {
  private instance: Promise<Instance> | null = null;
  /** The set the instance holds: calculators of one page may have policies of their own. */
  private held: readonly PolicyDocument[] | null = null;

  /** Gets the module's script; without, it is the one for policies that were checked when they were published. */
  constructor(private readonly script: () => Promise<typeof createModule> = () => Promise.resolve(createModule)) {}

  /** Gets the module. */
  module: () => Promise<WebAssembly.Module> = () => Promise.reject(new Error("nobody said where the module is"));

  /** Begins to fetch and compile; calling it early saves the wait later. */
  start(): Promise<Instance> {
    this.instance ??= this.create().catch((cause: unknown) => {
      this.instance = null;
      throw new EngineUnavailable("the module did not start", { cause });
    });
    return this.instance;
  }

  /** Answers a request from a set of policies and calendars; the same array is loaded once. */
  evaluate(documents: readonly PolicyDocument[], request: TicketRequest): Promise<Result> {
    return this.call((module) => {
      const loaded = this.hold(module, documents);
      if (!loaded.ok) return loaded;
      return JSON.parse(module.evaluate(JSON.stringify(request))) as Result;
    });
  }

  /** Whether the core takes these policies and calendars; only a module that checks can tell. */
  check(documents: readonly PolicyDocument[]): Promise<LoadAnswer> {
    return this.call((module) => this.hold(module, documents));
  }

  wallTime(request: WallTimeRequest): Promise<WallTimeAnswer> {
    return this.call((module) => JSON.parse(module.wall_time(JSON.stringify(request))) as WallTimeAnswer);
  }

  zones(): Promise<string[]> {
    return this.call((module) => JSON.parse(module.zones()) as string[]);
  }

  versions(): Promise<Versions> {
    return this.call((module) => JSON.parse(module.versions()) as Versions);
  }

  private async create(): Promise<Instance> {
    const [create, wasm] = await Promise.all([this.script(), this.module()]);
    return create({ wasm });
  }

  private hold(module: Instance, documents: readonly PolicyDocument[]): LoadAnswer {
    if (this.held === documents) return { ok: true };
    this.held = null;
    const loaded = JSON.parse(module.load(JSON.stringify(documents))) as LoadAnswer;
    if (loaded.ok) this.held = documents;
    return loaded;
  }

  private async call<T>(work: (module: Instance) => T): Promise<T> {
    const module = await this.start();
    try {
      return work(module);
    } catch (cause) {
      this.instance = null;
      this.held = null;
      throw new EngineTrapped("the module stopped", { cause });
    }
  }
}

/** One for all calculators of a page that show shipped policies. */
export const engine = new Engine();
