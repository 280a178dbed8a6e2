/**
 * What Lambda itself writes into a function's log, as text or as JSON
 * (docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html). JSON goes by the level that is asked for.
 */
import type { VersionConfig } from '../lambda/book';
import type { EnvironmentLog } from './log';

export interface PlatformOf {
  readonly config: VersionConfig;
  readonly functionName: string;
  readonly version: string;
  readonly region: string;
  readonly provisioned: boolean;
  /** World time. */
  readonly nowMs: () => number;
}

interface Written extends PlatformOf {
  readonly log: EnvironmentLog;
}

/** `timeout`, or the error type with which the process ended; null when it goes on. */
export type Status = string | null;

export interface InitReportOf {
  readonly phase: 'init' | 'invoke';
  readonly durationMs: number;
  readonly status: Status;
}

export interface ReportOf {
  readonly requestId: string;
  readonly durationMs: number;
  readonly initMs: number | null;
  readonly maxMemoryMb: number;
  readonly status: Status;
}

export interface Platform {
  /** The answer to an invocation does not show it. */
  initStart(): void;
  initReport(of: InitReportOf): void;
  start(requestId: string): void;
  /** Why Lambda ended the invocation. */
  ended(why: string): void;
  report(of: ReportOf): void;
}

export const createPlatform = (of: Written): Platform =>
  of.config.LoggingConfig.LogFormat === 'JSON' ? jsonPlatform(of) : textPlatform(of);

function textPlatform({ config, version, region, log }: Written): Platform {
  return {
    initStart: () =>
      log.hand(
        `INIT_START Runtime Version: ${runtimeVersion(config)}\tRuntime Version ARN: ${versionArn(region, config)}\n`,
      ),
    initReport({ phase, durationMs, status }) {
      if (status !== null)
        log.note(
          `INIT_REPORT Init Duration: ${durationMs.toFixed(2)} ms\tPhase: ${phase}${statusText(status)}\n`,
        );
    },
    start: (requestId) => log.note(`START RequestId: ${requestId} Version: ${version}\n`),
    ended: (why) => log.note(`${why}\n`),
    report(of) {
      log.note(`END RequestId: ${of.requestId}\n`);
      log.note(reportLine(of, config.MemorySize));
    },
  };
}

function reportLine(of: ReportOf, memorySizeMb: number): string {
  const init = of.initMs === null ? '' : `Init Duration: ${of.initMs.toFixed(2)} ms\t`;
  const status = of.status === null ? '' : statusText(of.status).slice(1);
  return `REPORT RequestId: ${of.requestId}\tDuration: ${of.durationMs.toFixed(2)} ms\tBilled Duration: ${billedMs(of)} ms\tMemory Size: ${memorySizeMb} MB\tMax Memory Used: ${of.maxMemoryMb} MB\t${init}${status}\n`;
}

const statusText = (status: string): string =>
  status === 'timeout' ? '\tStatus: timeout' : `\tStatus: error\tError Type: ${status}`;

/** Since August 2025 a cold start is billed too. */
const billedMs = (of: Pick<ReportOf, 'durationMs' | 'initMs'>): number =>
  Math.ceil(of.durationMs + (of.initMs ?? 0));

const levels = ['DEBUG', 'INFO', 'WARN'];

function jsonPlatform(of: Written): Platform {
  const { config, version, log, provisioned } = of;
  const least = levels.indexOf(config.LoggingConfig.SystemLogLevel ?? 'INFO');
  const write = (level: string, type: string, record: object): void => {
    if (levels.indexOf(level) < least) return;
    const line = JSON.stringify({
      time: new Date(of.nowMs()).toISOString(),
      type: `platform.${type}`,
      record,
    });
    if (type === 'initStart') log.hand(`${line}\n`);
    else log.note(`${line}\n`);
  };
  return {
    initStart: () => write('INFO', 'initStart', initStartRecord(of)),
    initReport({ phase, durationMs, status }) {
      const metrics = { durationMs: rounded(durationMs) };
      const record = { ...initialization(of), phase, ...statusRecord(status), metrics };
      write(levelOf(status, provisioned ? 'INFO' : 'DEBUG'), 'initReport', record);
    },
    start: (requestId) => write('INFO', 'start', { requestId, version }),
    ended: () => undefined,
    report({ requestId, status, ...times }) {
      const ended = statusRecord(status);
      const metrics = metricsOf(times, config.MemorySize);
      const { durationMs } = metrics;
      write(levelOf(status, 'DEBUG'), 'runtimeDone', { requestId, ...ended, metrics: { durationMs } });
      write(levelOf(status, 'INFO'), 'report', { requestId, metrics, ...ended });
    },
  };
}

const initialization = ({ provisioned }: PlatformOf): object => ({
  initializationType: provisioned ? 'provisioned-concurrency' : 'on-demand',
});

const initStartRecord = (of: PlatformOf): object => ({
  ...initialization(of),
  phase: 'init',
  runtimeVersion: runtimeVersion(of.config),
  runtimeVersionArn: versionArn(of.region, of.config),
  functionName: of.functionName,
  functionVersion: of.version,
});

const metricsOf = (times: Omit<ReportOf, 'requestId' | 'status'>, memorySizeMB: number) => ({
  durationMs: rounded(times.durationMs),
  billedDurationMs: billedMs(times),
  memorySizeMB,
  maxMemoryUsedMB: times.maxMemoryMb,
  ...(times.initMs === null ? {} : { initDurationMs: rounded(times.initMs) }),
});

const levelOf = (status: Status, well: string): string => (status === null ? well : 'WARN');

function statusRecord(status: Status): object {
  if (status === null) return { status: 'success' };
  return status === 'timeout' ? { status } : { status: 'error', errorType: status };
}

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

/** `nodejs:22.v1`; which one really runs is this machine's. */
const runtimeVersion = ({ Runtime }: VersionConfig): string =>
  `${Runtime.replace(/\.x$/, '').replace(/^([a-z]+)\.?/, '$1:')}.v1`;

const versionArn = (region: string, { Runtime }: VersionConfig): string =>
  `arn:aws:lambda:${region}::runtime:${Runtime}`;
