/** One execution environment: a process that starts once and then serves one invocation at a time until it is ended. */
import type { Clock } from '../../core/ports';
import { openRuntimeApi, type RuntimeAnswer, type RuntimeApi } from './api';
import { Failure } from './failure';
import { headersOf, Invocation, type Outcome } from './invocation';
import { EnvironmentLog } from './log';
import { createPlatform, type Platform, type PlatformOf } from './platform';
import type { RuntimeCall, RuntimeResult } from './pool';
import { type Command, type FunctionProcess, startProcess } from './process';

export interface EnvironmentOptions extends PlatformOf {
  readonly real: Clock;
  readonly codeFolder: string;
  /** A failure when there is nothing that could be run. */
  readonly program: { readonly command: Command; readonly input: string } | Failure;
  readonly variables: (api: string) => { readonly [name: string]: string };
  /** Log messages that are finished. */
  readonly logged: (messages: readonly string[]) => void;
  /** It can take an invocation. */
  readonly idle: (environment: Environment) => void;
  /** The process is gone. */
  readonly ended: (environment: Environment) => void;
  /** Removes what was made for it. */
  readonly cleanUp: () => Promise<void>;
}

/** docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html, "Init phase" */
const initLimitMs = { onDemand: 10_000, provisioned: 130_000 } as const;

/** `failed`: the first start went wrong; Lambda starts again within the time of the first invocation. */
type State = 'starting' | 'failed' | 'restarting' | 'ready';

export class Environment {
  /** Real, monotonic. */
  idleSinceMs = 0;
  private state: State = 'starting';
  private readonly log: EnvironmentLog;
  private readonly platform: Platform;
  private bornMs = 0;
  private process: FunctionProcess | null = null;
  private api: RuntimeApi | null = null;
  private invocation: Invocation | null = null;
  /** Of the first start, reported once. */
  private initMs: number | null = null;
  /** It waits for work. */
  private listening = false;
  private ending = false;
  private over = false;
  private failure: Failure | null = null;
  private peakKb = 0;
  private cancelInit: () => void = () => undefined;
  private whenOver: () => void = () => undefined;
  private readonly gone = new Promise<void>((resolve) => {
    this.whenOver = resolve;
  });

  private constructor(private readonly options: EnvironmentOptions) {
    const { real, logged } = options;
    this.log = new EnvironmentLog(real, logged);
    this.platform = createPlatform({ ...options, log: this.log });
  }

  static async start(options: EnvironmentOptions): Promise<Environment> {
    const environment = new Environment(options);
    environment.api = await openRuntimeApi({
      ready: () => environment.ready(),
      piece: (piece) => environment.invocation?.take(piece),
      answered: (answer) => environment.answered(answer),
      initFailed: (body) => {
        environment.measure(0);
        if (!environment.wasReady) environment.failure ??= Failure.ofInit(body);
      },
    });
    environment.platform.initStart();
    environment.spawn('starting');
    return environment;
  }

  get wasReady(): boolean {
    return this.state === 'ready';
  }

  get isOver(): boolean {
    return this.over;
  }

  /** Only when idle, or when it ended before it was ever ready: then the answer is why. */
  run(call: RuntimeCall): Promise<RuntimeResult> {
    return new Promise((resolve) => {
      const { real, config } = this.options;
      const timedOut = Failure.timedOut(config.Timeout);
      this.invocation = new Invocation({
        ...{ call, resolve, real, log: this.log },
        startedMs: real.monotonicMs(),
        cancelTimeout: real.after(config.Timeout * 1000, () => this.fail(timedOut)),
        settled: (answer) => this.settle(answer),
      });
      if (this.over) this.conclude();
      else if (this.state === 'failed') this.spawn('restarting');
      else this.deliver(this.invocation);
    });
  }

  /** Resolves when the process is gone. */
  end(): Promise<void> {
    this.ending = true;
    if (this.process) this.process.kill();
    else this.finish();
    return this.gone;
  }

  private spawn(state: State): void {
    [this.state, this.failure] = [state, null];
    const { real, program, codeFolder, config, provisioned } = this.options;
    this.bornMs = real.monotonicMs();
    if (!('command' in program)) {
      this.failure = program;
      this.cancelInit = real.after(0, () => this.onEnd(''));
      return;
    }
    this.process = startProcess({
      ...program,
      real,
      folder: codeFolder,
      variables: this.options.variables(this.api?.address ?? ''),
      limitKb: config.MemorySize * 1024,
      works: () => this.invocation !== null || this.state !== 'ready',
      exceeded: () => this.fail(Failure.outOfMemory()),
      output: (bytes) => {
        this.log.add(bytes);
        this.invocation?.heard();
      },
      ended: (how) => this.onEnd(how),
    });
    if (state === 'restarting') return;
    const limitMs = provisioned
      ? Math.max(initLimitMs.provisioned, config.Timeout * 1000)
      : initLimitMs.onDemand;
    this.cancelInit = real.after(limitMs, () => this.fail(Failure.timedOut(limitMs / 1000)));
  }

  private ready(): void {
    this.cancelInit();
    if (this.state !== 'ready') this.measure(0);
    if (this.state === 'starting') this.initMs = this.reportInit('init', null);
    this.state = 'ready';
    this.listening = true;
    if (!this.invocation) this.offer();
    else if (!this.invocation.delivered) this.deliver(this.invocation);
  }

  private offer(): void {
    this.idleSinceMs = this.options.real.monotonicMs();
    this.options.idle(this);
  }

  private deliver(invocation: Invocation): void {
    const { real, config } = this.options;
    const { call, startedMs } = invocation.of;
    const deadlineMs = real.nowMs() + startedMs + config.Timeout * 1000 - real.monotonicMs();
    this.platform.start(call.requestId);
    invocation.delivered = true;
    this.listening = false;
    this.api?.deliver(headersOf(call, deadlineMs), call.payload);
    this.process?.watch();
  }

  private answered(answer: RuntimeAnswer): void {
    if (!this.invocation?.isOf(answer.requestId) || this.invocation.answer) return;
    this.measure(answer.maxMemoryKb);
    this.invocation.answered(answer);
  }

  private settle(answer: RuntimeAnswer): void {
    if (this.invocation) this.close(this.invocation, this.invocation.outcome(answer), null);
  }

  /** A process of ours says what it had, which counts where the system does not tell. */
  private measure(saidKb: number): void {
    this.peakKb = Math.max(this.peakKb, this.process?.peakKb() || saidKb);
  }

  private fail(failure: Failure): void {
    this.failure ??= failure;
    this.measure(0);
    this.process?.kill();
  }

  private onEnd(how: string): void {
    this.cancelInit();
    this.process = null;
    this.listening = false;
    const heapIsFull = how === 'signal: aborted' && this.log.says('JavaScript heap out of memory');
    this.failure ??= heapIsFull ? Failure.outOfMemory() : Failure.exited(how);
    if (this.state === 'starting' && !this.ending) this.initFailed(this.failure);
    else this.finish();
  }

  /** Whoever waits has Lambda try again. What is provisioned has nobody yet. */
  private initFailed(failure: Failure): void {
    this.reportInit('init', failure);
    this.state = 'failed';
    if (!this.options.provisioned) this.offer();
    if (!this.invocation) this.finish();
  }

  private reportInit(phase: 'init' | 'invoke', failure: Failure | null): number {
    const durationMs = this.options.real.monotonicMs() - this.bornMs;
    this.platform.initReport({ phase, durationMs, status: failure && Failure.statusOf(failure) });
    return durationMs;
  }

  /** Lambda answers in place of the function. */
  private conclude(): void {
    const { invocation, failure } = this;
    if (!invocation || !failure) return;
    if (this.state === 'restarting') this.reportInit('invoke', failure);
    if (this.state === 'restarting') this.state = 'failed';
    const { requestId } = invocation.of.call;
    if (!invocation.delivered) this.platform.start(requestId);
    const why = failure.told?.(requestId, this.options.nowMs());
    if (why !== undefined) this.platform.ended(why);
    this.close(invocation, invocation.failed(failure), Failure.statusOf(failure));
  }

  private close(invocation: Invocation, outcome: Outcome, status: string | null): void {
    const { real, config } = this.options;
    const { call, startedMs, resolve } = invocation.of;
    invocation.end();
    const times = { durationMs: real.monotonicMs() - startedMs, initMs: this.initMs };
    [this.initMs, this.invocation] = [null, null];
    const maxMemoryMb = Math.min(config.MemorySize, Math.ceil(this.peakKb / 1024));
    this.platform.report({ requestId: call.requestId, ...times, maxMemoryMb, status });
    resolve({ ...outcome, ...times, logTail: this.log.take() });
    if (this.listening) this.offer();
  }

  private finish(): void {
    if (this.over) return;
    this.over = true;
    this.cancelInit();
    const answer = this.invocation?.answer;
    if (answer) this.settle(answer);
    else this.conclude();
    this.api?.close();
    this.log.flush();
    this.options.ended(this);
    void this.options.cleanUp().then(this.whenOver);
  }
}
