/** One execution environment: a process that starts once and then serves one invocation at a time until it is ended. */
import type { Clock } from '../../core/ports';
import type { VersionConfig } from '../lambda/book';
import { openRuntimeApi, type RuntimeAnswer, type RuntimeApi, responseLimit } from './api';
import { Failure } from './failure';
import { createLogTail, reportLine } from './log';
import type { RuntimeCall, RuntimeResult } from './pool';
import { type FunctionProcess, startProcess } from './process';
import { variablesOf } from './variables';

export interface EnvironmentOptions {
  readonly nodePath: string;
  readonly outer: Readonly<{ [name: string]: string | undefined }>;
  readonly real: Clock;
  readonly region: string;
  readonly functionName: string;
  readonly version: string;
  readonly config: VersionConfig;
  readonly codeFolder: string;
  readonly logStream: string;
  /** It can take an invocation. */
  readonly idle: (environment: Environment) => void;
  /** The process is gone. */
  readonly ended: (environment: Environment) => void;
}

interface Running {
  readonly call: RuntimeCall;
  readonly startedMs: number;
  readonly cancelTimeout: () => void;
  readonly resolve: (result: RuntimeResult) => void;
  answer: RuntimeAnswer | null;
}

/** Lambda gives a start ten seconds, and then tries once more within the time of the invocation. */
const initLimitMs = 10_000;

export class Environment {
  /** Real, monotonic. */
  idleSinceMs = 0;
  private readonly logs = createLogTail();
  private readonly bornMs: number;
  private process: FunctionProcess | null = null;
  private api: RuntimeApi | null = null;
  private running: Running | null = null;
  /** Set by the first ready, reported once. */
  private initMs: number | null = null;
  private started = false;
  private over = false;
  private initBody: Buffer | null = null;
  private failure: Failure | null = null;
  private maxMemoryMb = 0;
  private cancelInit: () => void = () => undefined;
  private whenOver: () => void = () => undefined;
  private readonly gone = new Promise<void>((resolve) => {
    this.whenOver = resolve;
  });

  private constructor(private readonly options: EnvironmentOptions) {
    this.bornMs = options.real.monotonicMs();
  }

  static async start(options: EnvironmentOptions): Promise<Environment> {
    const environment = new Environment(options);
    environment.api = await openRuntimeApi({
      ready: () => environment.ready(),
      answered: (answer) => environment.answered(answer),
      initFailed: (body) => {
        environment.initBody = body;
      },
    });
    environment.spawn(environment.api.address);
    return environment;
  }

  get wasReady(): boolean {
    return this.started;
  }

  get isOver(): boolean {
    return this.over;
  }

  /** Only when idle, or when it ended before it was ever ready: then the answer is why. */
  run(call: RuntimeCall): Promise<RuntimeResult> {
    if (this.over) return Promise.resolve(this.initFailure(call));
    return new Promise((resolve) => {
      const { real, config, version } = this.options;
      const cancelTimeout = real.after(config.Timeout * 1000, () =>
        this.fail(Failure.timedOut(config.Timeout)),
      );
      this.running = { call, resolve, cancelTimeout, startedMs: real.monotonicMs(), answer: null };
      this.logs.note(startLine(call, version));
      this.api?.deliver(headersOf(call, real.nowMs() + config.Timeout * 1000), call.payload);
    });
  }

  /** Resolves when the process is gone. */
  end(): Promise<void> {
    this.process?.kill();
    return this.gone;
  }

  private spawn(api: string): void {
    const { nodePath, real, config, codeFolder } = this.options;
    const limitMs = initLimitMs + config.Timeout * 1000;
    this.cancelInit = real.after(limitMs, () => this.fail(Failure.timedOut(config.Timeout)));
    this.process = startProcess({
      nodePath,
      real,
      folder: codeFolder,
      variables: variablesOf({ ...this.options, api }),
      heapMb: config.MemorySize,
      output: (bytes) => {
        this.logs.add(bytes);
        this.settleWhenLogged();
      },
      ended: (how) => this.onEnd(how),
    });
  }

  private ready(): void {
    if (!this.started) this.initMs = this.options.real.monotonicMs() - this.bornMs;
    this.started = true;
    this.cancelInit();
    this.idleSinceMs = this.options.real.monotonicMs();
    this.options.idle(this);
  }

  private answered(answer: RuntimeAnswer): void {
    if (this.running?.call.requestId !== answer.requestId) return;
    this.running.answer = answer;
    this.maxMemoryMb = Math.max(this.maxMemoryMb, Math.ceil(answer.maxMemoryKb / 1024));
    this.settleWhenLogged();
  }

  /** Log lines come by another way than the answer, and may come later. */
  private settleWhenLogged(): void {
    const answer = this.running?.answer;
    if (answer && this.logs.received >= answer.loggedBytes) this.settle(answer);
  }

  private settle(answer: RuntimeAnswer): void {
    const tooLarge = answer.body.length > responseLimit;
    const failed = answer.failed || tooLarge;
    const id = answer.requestId;
    this.close(tooLarge ? Failure.payload(Failure.tooLarge, id) : answer.body, failed, null);
  }

  private fail(failure: Failure): void {
    this.failure = failure;
    this.process?.kill();
  }

  private onEnd(how: string): void {
    this.over = true;
    this.cancelInit();
    this.api?.close();
    this.failure ??= Failure.exited(how);
    if (this.running?.answer) this.settle(this.running.answer);
    else if (this.running)
      this.close(Failure.payload(this.failure, this.running.call.requestId), true, this.failure);
    this.options.ended(this);
    this.whenOver();
  }

  private close(payload: Buffer, failed: boolean, failure: Failure | null): void {
    const running = this.running;
    if (!running) return;
    this.running = null;
    running.cancelTimeout();
    const { requestId } = running.call;
    const durationMs = this.options.real.monotonicMs() - running.startedMs;
    const { initMs } = this;
    this.initMs = null;
    const logTail = this.takeLog({ requestId, durationMs, initMs, failure });
    running.resolve({ payload, functionError: failed ? 'Unhandled' : null, logTail, durationMs, initMs });
  }

  private initFailure(call: RuntimeCall): RuntimeResult {
    const { requestId } = call;
    const failure = this.failure ?? Failure.exited('exit status 1');
    const type = this.initBody ? Failure.typeOf(this.initBody) : failure.type;
    const durationMs = this.options.real.monotonicMs() - this.bornMs;
    this.logs.note(startLine(call, this.options.version));
    const logTail = this.takeLog({ requestId, durationMs, initMs: null, failure: { ...failure, type } });
    const payload = this.initBody ?? Failure.payload(failure, requestId);
    return { payload, functionError: 'Unhandled', logTail, durationMs, initMs: null };
  }

  private takeLog(of: {
    requestId: string;
    durationMs: number;
    initMs: number | null;
    failure: Failure | null;
  }): string {
    const { real, config } = this.options;
    const timedOut = of.failure?.type === 'Sandbox.Timedout';
    const at = new Date(real.nowMs()).toISOString();
    if (timedOut)
      this.logs.note(`${at} ${of.requestId} Task timed out after ${config.Timeout.toFixed(2)} seconds\n`);
    this.logs.note(`END RequestId: ${of.requestId}`);
    const status = timedOut ? 'timeout' : (of.failure?.type ?? null);
    this.logs.note(
      reportLine({ ...of, memorySizeMb: config.MemorySize, maxMemoryMb: this.maxMemoryMb, status }),
    );
    return this.logs.take();
  }
}

const startLine = (call: RuntimeCall, version: string): string =>
  `START RequestId: ${call.requestId} Version: ${version}`;

function headersOf(call: RuntimeCall, deadlineMs: number): { [name: string]: string } {
  const hex = call.requestId.replaceAll('-', '');
  const seconds = Math.floor(deadlineMs / 1000).toString(16);
  const headers: { [name: string]: string } = {
    'Lambda-Runtime-Aws-Request-Id': call.requestId,
    'Lambda-Runtime-Deadline-Ms': String(Math.round(deadlineMs)),
    'Lambda-Runtime-Invoked-Function-Arn': call.invokedArn,
    'Lambda-Runtime-Trace-Id': `Root=1-${seconds}-${hex.slice(0, 24)};Parent=${hex.slice(16)};Sampled=0`,
  };
  if (call.clientContext !== null) headers['Lambda-Runtime-Client-Context'] = headerText(call.clientContext);
  return headers;
}

/** A header holds ASCII on one line; JSON can say everything in that. */
const headerText = (base64: string): string =>
  JSON.stringify(JSON.parse(Buffer.from(base64, 'base64').toString())).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
