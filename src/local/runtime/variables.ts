/**
 * Environment variables of a function's process: what Lambda sets (docs.aws.amazon.com/lambda/latest/dg,
 * "Using Lambda environment variables") and the function's own. Nothing of the user's own environment gets in but
 * what a process needs to start, and above all no credentials: code under test must not reach the real account.
 */
import { devNull } from 'node:os';
import { delimiter, join } from 'node:path';
import type { VersionConfig } from '../lambda/book';

export interface VariablesOf {
  /** What to inherit from. */
  readonly outer: Readonly<{ [name: string]: string | undefined }>;
  readonly region: string;
  readonly functionName: string;
  readonly version: string;
  readonly config: VersionConfig;
  readonly codeFolder: string;
  readonly logStream: string;
  readonly provisioned: boolean;
  /** As the function sees it. */
  readonly tmpFolder: string;
  /** As the function sees it; null for no layers. */
  readonly layersFolder: string | null;
  /** Of this world, for the function's own SDK; null when it is not served. */
  readonly endpoint: string | null;
}

type Variables = { [name: string]: string };

const inherited = ['PATH', 'SystemRoot'];

/** `api` is host and port of the Runtime API. */
export function variablesOf(of: VariablesOf, api: string): Variables {
  const outer: Variables = {};
  for (const name of inherited) {
    const value = of.outer[name];
    if (value !== undefined) outer[name] = value;
  }
  const { tmpFolder, layersFolder, endpoint, config } = of;
  const defaults = { TMPDIR: tmpFolder, TEMP: tmpFolder, TMP: tmpFolder, TZ: ':UTC', LANG: 'en_US.UTF-8' };
  return {
    ...outer,
    ...defaults,
    ...(endpoint === null ? {} : { AWS_ENDPOINT_URL: endpoint }),
    ...(layersFolder === null ? {} : layerVariables(layersFolder, config.Runtime, outer.PATH)),
    ...config.Environment,
    ...reserved(of, api),
  };
}

/** docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html */
function layerVariables(opt: string, runtime: string, path: string | undefined): Variables {
  const list = (...parts: string[]): string => parts.filter((part) => part !== '').join(delimiter);
  const all = { PATH: list(path ?? '', join(opt, 'bin')), LD_LIBRARY_PATH: join(opt, 'lib') };
  const [, language, version = ''] = /^(nodejs|python)([\d.]+?)(?:\.x)?$/.exec(runtime) ?? [];
  if (language === 'nodejs') {
    const modules = (folder: string): string => join(opt, 'nodejs', folder, 'node_modules');
    return { ...all, NODE_PATH: list(modules(`node${version}`), modules('')) };
  }
  if (language !== 'python') return all;
  const packages = join(opt, 'python', 'lib', `python${version}`, 'site-packages');
  return { ...all, PYTHONPATH: list(packages, join(opt, 'python')) };
}

/** What a function's own variables cannot change. */
function reserved({ config, ...of }: VariablesOf, api: string): Variables {
  const { LogFormat, LogGroup, ApplicationLogLevel } = config.LoggingConfig;
  const level = LogFormat === 'JSON' ? (ApplicationLogLevel ?? 'INFO') : ApplicationLogLevel;
  return {
    AWS_ACCESS_KEY_ID: 'ASIALOCALLOCALLOCAL0',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(config.Runtime.startsWith('provided') ? {} : { AWS_EXECUTION_ENV: `AWS_Lambda_${config.Runtime}` }),
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.MemorySize),
    AWS_LAMBDA_FUNCTION_NAME: of.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: of.version,
    AWS_LAMBDA_INITIALIZATION_TYPE: of.provisioned ? 'provisioned-concurrency' : 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: LogFormat,
    ...(level === undefined ? {} : { AWS_LAMBDA_LOG_LEVEL: level }),
    AWS_LAMBDA_LOG_GROUP_NAME: LogGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: of.logStream,
    AWS_LAMBDA_RUNTIME_API: api,
    AWS_REGION: of.region,
    AWS_DEFAULT_REGION: of.region,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LAMBDA_TASK_ROOT: of.codeFolder,
    _HANDLER: config.Handler,
  };
}
