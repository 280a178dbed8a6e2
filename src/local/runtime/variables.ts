/**
 * Environment variables of a function's process: what Lambda sets (docs.aws.amazon.com/lambda/latest/dg,
 * "Using Lambda environment variables") and the function's own. Nothing of the user's own environment gets in but
 * what a process needs to start, and above all no credentials: code under test must not reach the real account.
 */
import { devNull } from 'node:os';
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
  /** Host and port of the Runtime API. */
  readonly api: string;
}

const inherited = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

export function variablesOf(of: VariablesOf): { [name: string]: string } {
  const outer: { [name: string]: string } = {};
  for (const name of inherited) {
    const value = of.outer[name];
    if (value !== undefined) outer[name] = value;
  }
  const defaults = { ...outer, TZ: ':UTC', LANG: 'en_US.UTF-8' };
  return { ...defaults, ...of.config.Environment, ...reserved(of) };
}

/** What a function's own variables cannot change. */
const reserved = ({ config, ...of }: VariablesOf): { [name: string]: string } => ({
  AWS_ACCESS_KEY_ID: 'ASIALOCALLOCALLOCAL0',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: 'local',
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_EXECUTION_ENV: `AWS_Lambda_${config.Runtime}`,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.MemorySize),
  AWS_LAMBDA_FUNCTION_NAME: of.functionName,
  AWS_LAMBDA_FUNCTION_VERSION: of.version,
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: config.LoggingConfig.LogGroup,
  AWS_LAMBDA_LOG_STREAM_NAME: of.logStream,
  AWS_LAMBDA_RUNTIME_API: of.api,
  AWS_REGION: of.region,
  AWS_DEFAULT_REGION: of.region,
  LAMBDA_RUNTIME_DIR: '/var/runtime',
  LAMBDA_TASK_ROOT: of.codeFolder,
  _HANDLER: config.Handler,
});
