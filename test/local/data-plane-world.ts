/** The part of the local AWS that runs functions: real processes over code in a temporary folder, on a clock of the test's own. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createClock } from '../../src/disk/clock';
import { createAlarmBook } from '../../src/local/alarms/memory';
import type { AliasEntry, FunctionEntry, VersionConfig, VersionEntry } from '../../src/local/lambda/book';
import type { CodeStore } from '../../src/local/lambda/code';
import { createFunctionBook } from '../../src/local/lambda/memory';
import { createMetricStore } from '../../src/local/metrics/memory';
import { createRandom } from '../../src/local/random';
import { createRuntime } from '../../src/local/runtime/create';
import type { World } from '../../src/local/world';
import { FakeClock } from '../clock';

export const noonMs = Date.UTC(2026, 10, 20, 12, 0, 0);

export interface DataPlane {
  readonly world: World & { readonly clock: FakeClock };
  readonly folder: string;
  /** Ends every process and removes every file. */
  close(): Promise<void>;
}

export type FileTexts = { readonly [path: string]: string };

/** `outer` is the environment of the process that serves the world. */
export function dataPlane(outer: NodeJS.ProcessEnv): DataPlane {
  const folder = mkdtempSync(join(tmpdir(), 'shipit-data-plane-'));
  const account = '123456789012';
  const region = 'eu-west-1';
  const code: CodeStore = {
    put: () => Promise.reject(new Error('this world has no uploads')),
    get: () => Promise.reject(new Error('this world has no uploads')),
    folder: async (sha256) => join(folder, sha256),
    location: (sha256) => `file://${folder}/${sha256}`,
  };
  const real = createClock();
  const runtime = createRuntime({ env: outer, real, code, account, region, nodePath: process.execPath });
  const world = {
    account,
    region,
    clock: new FakeClock(noonMs),
    random: createRandom(7),
    functions: createFunctionBook(),
    code,
    metrics: createMetricStore(),
    alarms: createAlarmBook(),
    runtime,
  };
  const close = async (): Promise<void> => {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { world, folder, close };
}

/** A function whose $LATEST is this code; a plain text is index.js. */
export function addFunction(
  { world, folder }: DataPlane,
  name: string,
  code: string | FileTexts,
  changes: Partial<VersionConfig> = {},
): FunctionEntry {
  const arn = `arn:aws:lambda:${world.region}:${world.account}:function:${name}`;
  const LoggingConfig = { LogFormat: 'Text', LogGroup: `/aws/lambda/${name}` };
  const latest = versionEntry('$LATEST', writeCode(folder, code, { LoggingConfig, ...changes }));
  const entry: FunctionEntry = {
    name,
    arn,
    latest,
    versions: new Map(),
    aliases: new Map(),
    tags: {},
    reservedConcurrency: null,
    policies: new Map(),
    urls: new Map(),
    provisioned: new Map(),
  };
  world.functions.entries.set(name, entry);
  return entry;
}

export function addVersion(
  { folder }: DataPlane,
  entry: FunctionEntry,
  code: string | FileTexts,
): VersionEntry {
  const number = String(entry.versions.size + 1);
  const { CodeSha256: _, ...config } = entry.latest.config;
  const made = versionEntry(number, writeCode(folder, code, config));
  entry.versions.set(number, made);
  return made;
}

export function addAlias(
  entry: FunctionEntry,
  name: string,
  version: string,
  weights: AliasEntry['weights'],
): AliasEntry {
  const alias = { name, version, weights, description: '', revisionId: '' };
  entry.aliases.set(name, alias);
  return alias;
}

export const payloadOf = (answer: { Payload?: Uint8Array | undefined }): unknown =>
  JSON.parse(Buffer.from(answer.Payload ?? []).toString());

function versionEntry(version: string, config: VersionConfig): VersionEntry {
  return {
    version,
    config,
    revisionId: '',
    lastModifiedMs: noonMs,
    state: 'Active',
    stateReason: null,
    stateReasonCode: null,
    lastUpdateStatus: 'Successful',
    lastUpdateReason: null,
    lastUpdateReasonCode: null,
    serving: null,
  };
}

/** Same files, same digest, as with a zip. */
export function writeCode(
  folder: string,
  code: string | FileTexts,
  changes: Partial<VersionConfig>,
): VersionConfig {
  const files = typeof code === 'string' ? { 'index.js': code } : code;
  const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, digest, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return {
    CodeSha256: digest,
    CodeSize: 1,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::123456789012:role/test',
    Description: '',
    Timeout: 20,
    MemorySize: 128,
    Environment: null,
    Architectures: ['x86_64'],
    EphemeralStorage: { Size: 512 },
    TracingConfig: { Mode: 'PassThrough' },
    PackageType: 'Zip',
    DeadLetterConfig: null,
    LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/test' },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    ...changes,
  };
}
