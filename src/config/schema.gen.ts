// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.

/**
 * What is deployed: a folder, zipped by shipit, or a ready .zip, deployed byte for byte.
 */
export type Code = string;
/**
 * File and function that Lambda calls, in the form of the runtime.
 */
export type Handler = string;
/**
 * The Lambda runtime. Words that shipit does not know are passed on.
 */
export type Runtime = string;
/**
 * Memory in MB, 128 to 10240.
 */
export type MemorySize = number | null;
/**
 * ARN of the execution role.
 */
export type Role = string;
/**
 * How long one request may take: whole seconds, 1s to 900s (15m).
 */
export type Timeout = string | null;
/**
 * Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has.
 */
export type Environment = {
  [k: string]: EnvironmentValue;
} | null;
/**
 * Value of an environment variable.
 */
export type EnvironmentValue = string;
/**
 * The alias that callers use and that is moved.
 */
export type Alias = string;
/**
 * Name of an existing CloudWatch alarm.
 */
export type AlarmName = string;
/**
 * Names of CloudWatch alarms, metric or composite, that send a release back.
 */
export type Alarms = AlarmName[];
/**
 * Sample events, a glob of JSON files: for the smoke test and for local traffic.
 */
export type TestEvents = string;
/**
 * How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.
 */
export type RolloutName = string;
/**
 * The Lambda name. Without it, `<project>-<key>`.
 */
export type Name = string;
/**
 * How traffic moves to the candidate: a canary, equal steps, free steps, or one of CodeDeploy's words.
 */
export type Rollout = Preset | Canary | Linear | Steps;
/**
 * One of CodeDeploy's words for a rollout.
 */
export type Preset =
  | 'Canary10Percent5Minutes'
  | 'Canary10Percent10Minutes'
  | 'Canary10Percent15Minutes'
  | 'Canary10Percent30Minutes'
  | 'Linear10PercentEvery1Minute'
  | 'Linear10PercentEvery2Minutes'
  | 'Linear10PercentEvery3Minutes'
  | 'Linear10PercentEvery10Minutes'
  | 'AllAtOnce';

/**
 * lambda.config.yaml of shipit: the functions of a project and how they are released.
 */
export interface ProjectFile {
  /**
   * Where editors find this schema; shipit does not read it.
   */
  $schema?: string;
  /**
   * Name of the project; the first part of Lambda names that are not given.
   */
  project: string;
  /**
   * The AWS region. Without it, --region or AWS_REGION decides.
   */
  region?: string;
  defaults?: Defaults;
  /**
   * The functions by key, the word for them in this file and on the command line.
   */
  functions: {
    [k: string]: LambdaFunction;
  };
  /**
   * How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.
   */
  rollout?: string;
  /**
   * Rollouts by name.
   */
  rollouts?: {
    [k: string]: Rollout;
  };
  guard?: Guard;
  local?: Local;
}
/**
 * Laid under every function: maps are merged by key, lists and single values are replaced.
 */
export interface Defaults {
  code?: Code;
  handler?: Handler;
  runtime?: Runtime;
  memorySize?: MemorySize;
  role?: Role;
  timeout?: Timeout;
  environment?: Environment;
  alias?: Alias;
  alarms?: Alarms;
  testEvents?: TestEvents;
  rollout?: RolloutName;
}
/**
 * One Lambda function. A key that is absent is left alone at AWS; `null` is AWS's default.
 */
export interface LambdaFunction {
  name?: Name;
  code?: Code;
  handler?: Handler;
  runtime?: Runtime;
  memorySize?: MemorySize;
  role?: Role;
  timeout?: Timeout;
  environment?: Environment;
  alias?: Alias;
  alarms?: Alarms;
  testEvents?: TestEvents;
  rollout?: RolloutName;
}
/**
 * A share of the traffic first, then all of it.
 */
export interface Canary {
  /**
   * The share of requests that the candidate gets first.
   */
  canary: string;
  /**
   * How long it is watched at that share before it gets everything.
   */
  bake?: string;
  /**
   * How long it is watched at 100% before the release ends.
   */
  bakeAfter?: string;
}
/**
 * Equal shares, one after the other.
 */
export interface Linear {
  /**
   * The share of requests that each step adds.
   */
  linear: string;
  /**
   * How long each step is watched.
   */
  every: string;
  /**
   * How long it is watched at 100% before the release ends.
   */
  bakeAfter?: string;
}
/**
 * Free steps, each with its own weight and bake; 100% follows the last one.
 */
export interface Steps {
  /**
   * The steps; their weights rise.
   *
   * @minItems 1
   * @maxItems 100
   */
  steps: [Step, ...Step[]];
  /**
   * How long it is watched at 100% before the release ends.
   */
  bakeAfter?: string;
}
/**
 * One stop of a rollout.
 */
export interface Step {
  /**
   * The share of requests that the candidate gets in this step.
   */
  weight: string;
  /**
   * How long this step is watched.
   */
  bake?: string;
}
/**
 * The built-in gate: the candidate's own error rate over a step. It is on unless a release says --no-gate.
 */
export interface Guard {
  /**
   * The largest share of the candidate's requests that may fail over a step.
   */
  maxErrorRate?: string;
  /**
   * The guard does not speak before the candidate answered this many requests in a step.
   */
  minInvocations?: number;
}
/**
 * What `--local` needs beside the project.
 */
export interface Local {
  /**
   * A file with PutMetricAlarm inputs that are applied under --local where the alarm is absent.
   */
  seed?: string;
}
