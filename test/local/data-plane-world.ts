/** The part of the local AWS that runs functions: real processes over code in a temporary folder, on a clock of the test's own. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Clock } from '../../src/core/ports';
import { createClock } from '../../src/disk/clock';
import { createWorld } from '../../src/local/create';
import type { AliasEntry, FunctionEntry, VersionConfig, VersionEntry } from '../../src/local/lambda/book';
import { FakeClock } from '../clock';

export const noonMs = Date.UTC(2026, 10, 20, 12, 0, 0);

type OpenWorld = ReturnType<typeof createWorld> & { readonly clock: FakeClock };

export interface DataPlane {
  readonly world: OpenWorld;
  readonly folder: string;
  /** Ends every process and removes every file. */
  close(): Promise<void>;
}

export type FileTexts = { readonly [path: string]: string };

/** `outer` is the environment of the process that serves the world, `real` what its processes are timed by. */
export function dataPlane(outer: NodeJS.ProcessEnv, real: Clock = createClock()): DataPlane {
  const folder = mkdtempSync(join(tmpdir(), 'shipit-data-plane-'));
  const world = createWorld({
    folder,
    account: '123456789012',
    region: 'eu-west-1',
    seed: 7,
    clock: new FakeClock(noonMs),
    real,
    env: outer,
  }) as OpenWorld;
  const close = async (): Promise<void> => {
    await world.close();
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
  const digest = createHash('sha256').update(JSON.stringify(files)).digest();
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'code', digest.toString('hex'), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return {
    CodeSha256: digest.toString('base64'),
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
