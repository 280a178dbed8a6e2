// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.

/**
 * What a zip is made of: a folder, a ready .zip, a module of Node.js with all that it imports, or Python with its requirements.
 */
export type Code = CodePath | Files | Bundle | Python;
/**
 * A folder, zipped by shipit, or a ready .zip, deployed byte for byte.
 */
export type CodePath = string;
/**
 * A pattern as in .gitignore, seen from the folder.
 */
export type FilePattern = string;
/**
 * Patterns as in .gitignore: only what one of them matches is taken.
 *
 * @minItems 1
 * @maxItems 1000
 */
export type Include = FilePattern[];
/**
 * Patterns as in .gitignore: what they match is left out, beside what .lambdaignore names.
 *
 * @maxItems 1000
 */
export type Exclude = FilePattern[];
/**
 * A path below the folder of the project file, with `/`.
 */
export type Path = string;
/**
 * Files that look like secrets and are meant to be in it, by their paths in the folder.
 *
 * @maxItems 1000
 */
export type Allow = Path[];
/**
 * Name of a package.
 */
export type PackageName = string;
/**
 * What runs before the code is packed, in the folder of the project file: a program with its arguments, without a shell and without credentials of AWS. Equal ones run once. `null`: nothing.
 */
export type Build = CommandText | CommandWords | BuildCommand | NoBuild;
/**
 * A program and its arguments with blanks between them.
 */
export type CommandText = string;
/**
 * The program, or one argument.
 */
export type RunWord = string;
/**
 * A program and its arguments, one by one.
 *
 * @minItems 1
 * @maxItems 100
 */
export type CommandWords = RunWord[];
/**
 * Nothing runs.
 */
export type NoBuild = null;
/**
 * A container image instead of `code`: one that is there already, one from a Dockerfile, or files on a base without any builder of images.
 */
export type Image = ImageUri | Dockerfile | Append;
/**
 * An image by its digest, or by a tag, which is looked up once: a release deploys a digest.
 */
export type ImageUri = string;
/**
 * Value of a build argument.
 */
export type ArgValue = string;
/**
 * A place in the words of the builder.
 */
export type CachePlace = string;
/**
 * The Lambda runtime. Words that shipit does not know are passed on.
 */
export type Runtime = string;
/**
 * Value of an environment variable.
 */
export type EnvironmentValue = string;
/**
 * Name of an environment variable, at least two characters.
 */
export type EnvironmentKey = string;
/**
 * The execution role: the ARN of one that is there, or what a role that shipit makes may do.
 */
export type Role = RoleARN | OwnRole;
/**
 * ARN of a role that is there already.
 */
export type RoleARN = string;
/**
 * What it is about, one action or a list.
 *
 * @minItems 1
 */
export type Actions = string | Action[];
/**
 * One action of IAM.
 */
export type Action = string;
/**
 * Everything but these actions.
 *
 * @minItems 1
 */
export type Actions1 = string | Action[];
/**
 * On what, one ARN or a list; `*` stands for anything.
 *
 * @minItems 1
 */
export type Resources = string | Resource[];
/**
 * One ARN, with `*` for anything.
 */
export type Resource = string;
/**
 * On everything but these.
 *
 * @minItems 1
 */
export type Resources1 = string | Resource[];
/**
 * ARN of a managed policy.
 */
export type PolicyArn = string;
/**
 * A key of `layers`, or the ARN of a layer version.
 */
export type LayerUse = string;
/**
 * The network that the function runs in. `null`: none of your own.
 */
export type Vpc = {
  /**
   * Subnets, 1 to 16, best in several availability zones.
   *
   * @minItems 1
   * @maxItems 16
   */
  subnetIds?: SubnetId[];
  /**
   * Security groups, 1 to 5.
   *
   * @minItems 1
   * @maxItems 5
   */
  securityGroupIds?: SecurityGroupId[];
  /**
   * Lets IPv6 out where the subnets have both kinds of addresses.
   */
  ipv6AllowedForDualStack?: boolean;
} | null;
/**
 * Id of a subnet.
 */
export type SubnetId = string;
/**
 * Id of a security group.
 */
export type SecurityGroupId = string;
/**
 * A file system of EFS or of S3 Files under /mnt. `null`: none.
 */
export type FileSystem = {
  /**
   * ARN of the access point.
   */
  arn?: string;
  /**
   * Where the function finds it.
   */
  localMountPath?: string;
  /**
   * Whether S3 Files are read from S3 itself. `null`: as AWS has it.
   */
  directS3Read?: 'ENABLED' | 'DISABLED' | 'AUTO' | null;
} | null;
/**
 * How and where the function logs. `null`: all of it as AWS has it.
 */
export type Logging = {
  /**
   * Text, or JSON with a level in every line. `null`: Text.
   */
  format?: 'Text' | 'JSON' | null;
  /**
   * The least that is kept of what the code logs; with JSON alone. `null`: INFO.
   */
  applicationLogLevel?: 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL' | null;
  /**
   * The least that is kept of what Lambda itself logs; with JSON alone. `null`: INFO.
   */
  systemLogLevel?: 'DEBUG' | 'INFO' | 'WARN' | null;
  /**
   * Name of the log group. `null`: `/aws/lambda/<name>`.
   */
  group?: string | null;
  /**
   * How long the log group keeps events, one of CloudWatch's numbers of days. `null`: for ever.
   */
  retentionInDays?:
    | 1
    | 3
    | 5
    | 7
    | 14
    | 30
    | 60
    | 90
    | 120
    | 150
    | 180
    | 365
    | 400
    | 545
    | 731
    | 1096
    | 1827
    | 2192
    | 2557
    | 2922
    | 3288
    | 3653
    | null;
} | null;
/**
 * What overrides the settings of a container image. `null`: nothing.
 */
export type ImageConfig = {
  /**
   * The program to start and its first arguments. `null`: the image's own.
   *
   * @maxItems 1500
   */
  entryPoint?: ImageWord[] | null;
  /**
   * The arguments that follow. `null`: the image's own.
   *
   * @maxItems 1500
   */
  command?: ImageWord[] | null;
  /**
   * The folder to start in. `null`: the image's own.
   */
  workingDirectory?: string | null;
} | null;
/**
 * One argument.
 */
export type ImageWord = string;
/**
 * Makes executions durable: they go on where they stopped. `null`: they are not.
 */
export type Durable = {
  /**
   * How long one execution may take with all its waits: whole seconds, 1s to 8784h (366 days).
   */
  executionTimeout?: string;
  /**
   * How long ended executions are kept, 1 to 90 days. `null`: as AWS has it.
   */
  retentionPeriodInDays?: number | null;
  /**
   * ARN of the key that encrypts executions. `null`: a key of AWS.
   */
  kmsKey?: string | null;
} | null;
/**
 * Value of a tag, up to 256 characters.
 */
export type TagValue = string;
/**
 * When the function gets a newer version of its runtime: `Auto`, `FunctionUpdate`, or one version by its ARN. `null`: Auto.
 */
export type RuntimeManagement = RuntimeUpdates | PinnedRuntime;
/**
 * When the function gets a newer version of its runtime.
 */
export type RuntimeUpdates = 'Auto' | 'FunctionUpdate' | null;
/**
 * Runs the function on instances that Lambda manages for you. `null`: it does not.
 */
export type CapacityProvider = {
  /**
   * ARN of the capacity provider.
   */
  arn?: string;
  /**
   * How many requests one environment answers at once, 1 to 1600. `null`: as AWS has it.
   */
  perExecutionEnvironmentMaxConcurrency?: number | null;
  /**
   * GiB of memory for each virtual processor, 2 to 8. `null`: as AWS has it.
   */
  executionEnvironmentMemoryGiBPerVCpu?: number | null;
} | null;
/**
 * Name of an existing alarm, or what shipit makes alarms for.
 */
export type Alarm = AlarmName | CreatedAlarms;
/**
 * Name of an existing CloudWatch alarm.
 */
export type AlarmName = string;
/**
 * What one alarm watches, alone or with its threshold.
 */
export type CreatedAlarm = AlarmKind | AlarmThreshold;
/**
 * What an alarm watches: failed requests, throttled requests, or how long the slowest hundredth takes.
 */
export type AlarmKind = 'errors' | 'throttles' | 'p99';
/**
 * Alarms of CloudWatch that send a release back: names of metric or composite alarms that exist, and kinds of alarms that shipit makes for the alias and for the candidate.
 *
 * @maxItems 100
 */
export type Alarms = Alarm[];
/**
 * Something that is asked for its verdict on a release: a function, an address, a program, or the sample events.
 */
export type Hook = Invoke | Http | Run | Smoke;
/**
 * What people call it. Without it, what it does.
 */
export type HookName = string;
/**
 * Further tries after one that failed or took too long, at most 5.
 */
export type HookRetries = number;
/**
 * What it means when the last try takes too long.
 */
export type HookOnTimeout = 'fail' | 'pass' | 'inconclusive';
/**
 * Value of a header.
 */
export type HeaderValue = string;
/**
 * The status that is expected, or several.
 */
export type Status = StatusCode | StatusCodes;
/**
 * A status of HTTP.
 */
export type StatusCode = number;
/**
 * Statuses of HTTP.
 *
 * @minItems 1
 * @maxItems 20
 */
export type StatusCodes = StatusCode[];
/**
 * Before the candidate gets any traffic.
 *
 * @maxItems 20
 */
export type HookList = Hook[];
/**
 * When the bake of a step below 100% is over.
 *
 * @maxItems 20
 */
export type HookList1 = Hook[];
/**
 * As soon as the candidate has all traffic.
 *
 * @maxItems 20
 */
export type HookList2 = Hook[];
/**
 * After a release went back; their verdict changes nothing.
 *
 * @maxItems 20
 */
export type HookList3 = Hook[];
/**
 * How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.
 */
export type RolloutName = string;
/**
 * The role that shipit works in, by its ARN, or with the external id that it asks for.
 */
export type AssumeRole = RoleARN | AssumedRole;
/**
 * ARN of a role that is there already.
 */
export type RoleARN1 = string;
/**
 * Name of a variable of your environment.
 */
export type EnvName = string;
/**
 * A processor.
 */
export type LayerArchitecture = 'x86_64' | 'arm64';
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
 * Whether a person has to approve.
 */
export type ApprovalWord = boolean;
/**
 * What is asked when its bake is over, after the hooks of the functions.
 *
 * @maxItems 20
 */
export type HookList4 = Hook[];
/**
 * Alarms of CloudWatch that send a release back: names of metric or composite alarms that exist, and kinds of alarms that shipit makes for the alias and for the candidate.
 *
 * @maxItems 100
 */
export type Alarms1 = Alarm[];
/**
 * Who hears of a release: a topic of SNS, a bus of EventBridge, a channel of Slack, or any address.
 */
export type Channel = Sns | EventBridge | Slack | Webhook;
/**
 * What can be told of a release.
 */
export type Occasion = 'started' | 'step' | 'waiting' | 'rolledBack' | 'promoted' | 'stuck';
/**
 * Of what it hears. Without it, of everything.
 *
 * @minItems 1
 * @maxItems 6
 */
export type Occasions = Occasion[];
/**
 * Who hears of releases. One that cannot be reached never disturbs a release.
 *
 * @maxItems 50
 */
export type Notifications = Channel[];
/**
 * Alarms of CloudWatch that send a release back: names of metric or composite alarms that exist, and kinds of alarms that shipit makes for the alias and for the candidate.
 *
 * @maxItems 100
 */
export type Alarms2 = Alarm[];

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
   * A file with the same keys that lies under this one, seen from this file. It may extend another.
   */
  extends?: string;
  /**
   * The functions by key, the word for them in this file and on the command line.
   */
  functions: {
    [k: string]: LambdaFunction;
  };
  /**
   * Stages by name, such as dev and prod.
   */
  stages?: {
    [k: string]: Stage;
  };
  local?: Local;
  /**
   * The AWS region. Without it, --region or AWS_REGION decides.
   */
  region?: string;
  /**
   * The AWS account, 12 digits in quotes; a release in any other account is refused.
   */
  account?: string;
  /**
   * The profile of the AWS configuration whose credentials are used.
   */
  profile?: string;
  assumeRole?: AssumeRole;
  /**
   * The variables of your environment that `${env:NAME}` may read.
   */
  allowEnv?: EnvName[];
  defaults?: Defaults;
  /**
   * The layers of this project by key, the word for them in `layers` of a function.
   */
  layers?: {
    [k: string]: Layer;
  };
  artifacts?: Artifacts;
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
  alarms?: Alarms2;
  /**
   * What goes back together: every function of the release, or each by itself.
   */
  rollbackScope?: 'release' | 'function';
  /**
   * How long a release that stopped at `--until` is kept for whoever approves it.
   */
  holdFor?: string;
  /**
   * Where events of releases are kept for a team, beside this machine: `s3://bucket/prefix`. `null`: nowhere else.
   */
  journal?: string | null;
  notifications?: Notifications;
}
/**
 * One Lambda function. A key that is absent is left alone at AWS; `null` is AWS's default.
 */
export interface LambdaFunction {
  /**
   * The Lambda name. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.
   */
  name?: string;
  code?: Code;
  build?: Build;
  image?: Image;
  ecr?: Ecr;
  /**
   * File and function that Lambda calls, in the form of the runtime.
   */
  handler?: string;
  runtime?: Runtime;
  /**
   * The processor that the code is made for. `null`: x86_64.
   */
  architecture?: 'x86_64' | 'arm64' | null;
  /**
   * Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.
   */
  memorySize?: number | null;
  /**
   * How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.
   */
  timeout?: string | null;
  /**
   * Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.
   */
  ephemeralStorage?: number | null;
  /**
   * Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.
   */
  environment?: {
    [k: string]: EnvironmentValue;
  } | null;
  /**
   * Environment variables whose values look like secrets and may stand in the file all the same.
   */
  plainSecrets?: EnvironmentKey[];
  role?: Role;
  /**
   * What the function is for, up to 256 characters. `null`: empty.
   */
  description?: string | null;
  /**
   * Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.
   *
   * @maxItems 5
   */
  layers?: LayerUse[] | null;
  vpc?: Vpc;
  fileSystem?: FileSystem;
  /**
   * ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.
   */
  deadLetterQueue?: string | null;
  /**
   * ARN of the key that encrypts the environment. `null`: a key of AWS.
   */
  kmsKey?: string | null;
  /**
   * Whether X-Ray traces requests by itself. `null`: PassThrough.
   */
  tracing?: 'Active' | 'PassThrough' | null;
  /**
   * Whether versions start from a snapshot. `null`: None.
   */
  snapStart?: 'PublishedVersions' | 'None' | null;
  logging?: Logging;
  imageConfig?: ImageConfig;
  durable?: Durable;
  /**
   * Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.
   */
  tags?: {
    [k: string]: TagValue;
  } | null;
  /**
   * How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.
   */
  reservedConcurrency?: number | null;
  /**
   * What Lambda does about a function that calls itself in a loop. `null`: Terminate.
   */
  recursion?: 'Allow' | 'Terminate' | null;
  /**
   * ARN of a code signing configuration. `null`: none.
   */
  codeSigning?: string | null;
  runtimeManagement?: RuntimeManagement;
  /**
   * Zip or Image; it follows from `code` and `image`, and never changes once the function is there.
   */
  packageType?: 'Zip' | 'Image';
  /**
   * Keeps the execution environments of tenants apart. Only when the function is made.
   */
  tenancy?: 'PER_TENANT';
  capacityProvider?: CapacityProvider;
  /**
   * With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.
   */
  manage?: 'all' | 'release';
  /**
   * The alias that callers use and that is moved.
   */
  alias?: string;
  alarms?: Alarms;
  hooks?: Hooks;
  /**
   * How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.
   */
  provisionedConcurrency?: number | null;
  /**
   * How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.
   */
  keepVersions?: number | null;
  /**
   * Sample events, a glob of JSON files: for the smoke test and for local traffic.
   */
  testEvents?: string;
  rollout?: RolloutName;
}
/**
 * The files of a folder, or a ready .zip.
 */
export interface Files {
  /**
   * The folder, or a ready .zip.
   */
  path?: string;
  include?: Include;
  exclude?: Exclude;
  allow?: Allow;
}
/**
 * One file for Node.js out of a module and all that it imports, made by esbuild. It is named after the module: `src/api.ts` becomes `api.js`, as ESM `api.mjs`, and its handler is `api.<export>`.
 */
export interface Bundle {
  /**
   * A path below the folder of the project file, with `/`.
   */
  bundle?: string;
  /**
   * ES module or CommonJS. Without it, `esm` for .mts and .mjs, else `cjs`.
   */
  format?: 'esm' | 'cjs';
  /**
   * Whether it is made as short as can be; stack traces are harder to read then.
   */
  minify?: boolean;
  /**
   * Whether the source map goes along. Node.js reads it with `NODE_OPTIONS: --enable-source-maps`.
   */
  sourceMap?: boolean;
  /**
   * Packages that are not bundled but taken along as files, such as those with native modules.
   *
   * @maxItems 200
   */
  external?: PackageName[];
  /**
   * With `runtime`, the AWS SDK that the runtime brings is left out.
   */
  awsSdk?: 'bundle' | 'runtime';
}
/**
 * A folder of Python, with the packages that its requirements ask for, made for the runtime and the architecture of the function.
 */
export interface Python {
  /**
   * A path below the folder of the project file, with `/`.
   */
  python?: string;
  /**
   * A path below the folder of the project file, with `/`.
   */
  requirements?: string;
  /**
   * What installs them. Without it, uv where it is installed, else pip.
   */
  installer?: 'pip' | 'uv';
  include?: Include;
  exclude?: Exclude;
  allow?: Allow;
}
/**
 * What runs, how, and how long it may take.
 */
export interface BuildCommand {
  /**
   * The program and its arguments; with `shell`, what the shell reads.
   */
  run?: CommandText | CommandWords;
  /**
   * Whether a shell reads `run`, with its quotes, pipes and variables.
   */
  shell?: boolean;
  /**
   * How long it may take.
   */
  timeout?: string;
}
/**
 * An image built by whatever builder of images is on this machine, for the architecture of the function.
 */
export interface Dockerfile {
  /**
   * A path below the folder of the project file, with `/`.
   */
  dockerfile?: string;
  /**
   * A path below the folder of the project file, with `/`.
   */
  context?: string;
  /**
   * The stage of the Dockerfile to build. Without it, the last.
   */
  target?: string;
  /**
   * Build arguments. They can be read in the image: what is secret belongs to `secrets`.
   */
  args?: {
    [k: string]: ArgValue;
  };
  /**
   * Files that the build may read and that do not go into the image, by their ids.
   */
  secrets?: {
    [k: string]: Path;
  };
  /**
   * Where layers of earlier builds are taken from, in the words of the builder.
   *
   * @maxItems 20
   */
  cacheFrom?: CachePlace[];
  /**
   * Where layers are kept for later builds, in the words of the builder.
   *
   * @maxItems 20
   */
  cacheTo?: CachePlace[];
  /**
   * The builder. Without it, the first of them that is there.
   */
  builder?: 'buildx' | 'docker' | 'podman' | 'buildah' | 'finch';
}
/**
 * Files as one more layer on a base image, without any builder of images. The base is pinned by its digest in a lock file.
 */
export interface Append {
  /**
   * An image by its digest, or by a tag, which is looked up once: a release deploys a digest.
   */
  base?: string;
  /**
   * A path below the folder of the project file, with `/`.
   */
  add?: string;
  /**
   * The folder in the image.
   */
  to?: string;
  include?: Include;
  exclude?: Exclude;
  allow?: Allow;
}
/**
 * The repository for an image that shipit builds, and what is asked of images in it. Images are pushed and deployed by their digest.
 */
export interface Ecr {
  /**
   * Its name in the account and region of the release, or the ARN of one elsewhere. Without it, `<project>/<key>` in small letters.
   */
  repository?: string;
  /**
   * Makes the repository when it is not there: with tags that do not move, scan on push, and a policy that keeps what is in use.
   */
  create?: boolean;
  /**
   * Waits for the scan of the image, and refuses it for a finding so severe or worse. `null`: no scan is waited for.
   */
  failOn?: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | null;
  /**
   * How many images stay, the newest first, beside those that an alias or a version uses. `null`: all of them.
   */
  keep?: number | null;
}
/**
 * A role that shipit makes, keeps as declared and deletes with the function. Logs come by themselves, and so does what X-Ray, a VPC, a dead letter queue, a file system, a key and durable executions need.
 */
export interface OwnRole {
  /**
   * Name of the role. Without it, `<Lambda name>-role`.
   */
  name?: string;
  /**
   * Path of the role in IAM.
   */
  path?: string;
  /**
   * What the function may do: statements of an IAM policy, with IAM's own names.
   *
   * @maxItems 100
   */
  statements?: Statement[];
  /**
   * ARNs of managed policies, at most 20.
   *
   * @maxItems 20
   */
  managed?: PolicyArn[];
  /**
   * ARN of the policy that bounds what the role may do. `null`: none.
   */
  boundary?: string | null;
  /**
   * Says that a role that may do everything is meant; without it, such a role is refused.
   */
  allowEverything?: boolean;
}
/**
 * One statement of an IAM policy.
 */
export interface Statement {
  /**
   * A name for the statement: letters and digits.
   */
  Sid?: string;
  /**
   * Allow or Deny.
   */
  Effect: 'Allow' | 'Deny';
  Action?: Actions;
  NotAction?: Actions1;
  Resource?: Resources;
  NotResource?: Resources1;
  /**
   * Under which conditions, as IAM writes them; `$${` is a literal `${`.
   */
  Condition?: {
    [k: string]: Condition;
  };
}
/**
 * The keys of one operator and their values.
 */
export interface Condition {
  [k: string]: string | number | boolean | unknown[];
}
/**
 * Stays with one version of the runtime.
 */
export interface PinnedRuntime {
  /**
   * ARN of the version of the runtime.
   */
  runtimeVersionArn: string;
}
/**
 * Alarms that shipit makes, and removes when they are no longer declared.
 */
export interface CreatedAlarms {
  /**
   * What they watch, each kind once, with a threshold or with the default of its kind.
   *
   * @minItems 1
   * @maxItems 3
   */
  create: CreatedAlarm[];
}
/**
 * What an alarm watches, with its threshold: one of these.
 */
export interface AlarmThreshold {
  /**
   * The share of requests that may fail.
   */
  errors?: string;
  /**
   * How many requests a minute may be throttled.
   */
  throttles?: number;
  /**
   * How long 99 of 100 requests may take at most.
   */
  p99?: string;
}
/**
 * What is asked for its verdict, and when. One that fails sends the release back; after `onRollback` nothing more is at stake.
 */
export interface Hooks {
  preTraffic?: HookList;
  afterStep?: HookList1;
  postTraffic?: HookList2;
  onRollback?: HookList3;
}
/**
 * Invokes a function with the release, its versions and the step. What it returns is the verdict: `{ status: pass | fail | inconclusive, because }`.
 */
export interface Invoke {
  /**
   * The key of a function of this project, or a Lambda name.
   */
  invoke: string;
  name?: HookName;
  /**
   * How long it may take.
   */
  timeout?: string;
  retries?: HookRetries;
  onTimeout?: HookOnTimeout;
}
/**
 * Asks an address; status and, if given, body are the verdict.
 */
export interface Http {
  /**
   * The address, with http:// or https://.
   */
  http: string;
  /**
   * The method.
   */
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Headers;
  status?: Status;
  /**
   * A JMESPath expression over the JSON that came back, which has to be true. Without it, the body is not looked at.
   */
  body?: string;
  name?: HookName;
  /**
   * How long it may take.
   */
  timeout?: string;
  retries?: HookRetries;
  onTimeout?: HookOnTimeout;
}
/**
 * Headers of the request.
 */
export interface Headers {
  [k: string]: HeaderValue;
}
/**
 * Runs a program in the folder of the project file, without a shell. Exit code 0 passes, 75 is inconclusive, any other fails.
 */
export interface Run {
  /**
   * The program and its arguments, one by one.
   *
   * @minItems 1
   * @maxItems 100
   */
  run: RunWord[];
  /**
   * Whether it gets the credentials of AWS that shipit has, those of a profile or a role that the project names too.
   */
  credentials?: boolean;
  name?: HookName;
  /**
   * How long it may take.
   */
  timeout?: string;
  retries?: HookRetries;
  onTimeout?: HookOnTimeout;
}
/**
 * Invokes the candidate with each sample event of its function.
 */
export interface Smoke {
  /**
   * The events: those of `testEvents`.
   */
  smoke: 'testEvents';
  name?: HookName;
  /**
   * How long one event may take.
   */
  timeout?: string;
  retries?: HookRetries;
  onTimeout?: HookOnTimeout;
}
/**
 * What is different in one stage: laid over the rest of the file when `--stage` names it.
 */
export interface Stage {
  /**
   * Asks for `--confirm` with the stage's name, and for `--reason` where nothing watches.
   */
  protected?: boolean;
  /**
   * The AWS region. Without it, --region or AWS_REGION decides.
   */
  region?: string;
  /**
   * The AWS account, 12 digits in quotes; a release in any other account is refused.
   */
  account?: string;
  /**
   * The profile of the AWS configuration whose credentials are used.
   */
  profile?: string;
  assumeRole?: AssumeRole;
  /**
   * The variables of your environment that `${env:NAME}` may read.
   */
  allowEnv?: EnvName[];
  defaults?: Defaults;
  /**
   * The functions by key, the word for them in this file and on the command line.
   */
  functions?: {
    [k: string]: LambdaFunction;
  };
  /**
   * The layers of this project by key, the word for them in `layers` of a function.
   */
  layers?: {
    [k: string]: Layer;
  };
  artifacts?: Artifacts;
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
  alarms?: Alarms1;
  /**
   * What goes back together: every function of the release, or each by itself.
   */
  rollbackScope?: 'release' | 'function';
  /**
   * How long a release that stopped at `--until` is kept for whoever approves it.
   */
  holdFor?: string;
  /**
   * Where events of releases are kept for a team, beside this machine: `s3://bucket/prefix`. `null`: nowhere else.
   */
  journal?: string | null;
  notifications?: Notifications;
}
/**
 * A role and the external id that its trust policy asks for.
 */
export interface AssumedRole {
  arn: RoleARN1;
  /**
   * The external id, 2 to 1224 characters.
   */
  externalId?: string | null;
}
/**
 * Laid under every function: maps are merged by key, lists and single values are replaced.
 */
export interface Defaults {
  code?: Code;
  build?: Build;
  image?: Image;
  ecr?: Ecr;
  /**
   * File and function that Lambda calls, in the form of the runtime.
   */
  handler?: string;
  runtime?: Runtime;
  /**
   * The processor that the code is made for. `null`: x86_64.
   */
  architecture?: 'x86_64' | 'arm64' | null;
  /**
   * Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.
   */
  memorySize?: number | null;
  /**
   * How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.
   */
  timeout?: string | null;
  /**
   * Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.
   */
  ephemeralStorage?: number | null;
  /**
   * Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.
   */
  environment?: {
    [k: string]: EnvironmentValue;
  } | null;
  /**
   * Environment variables whose values look like secrets and may stand in the file all the same.
   */
  plainSecrets?: EnvironmentKey[];
  role?: Role;
  /**
   * What the function is for, up to 256 characters. `null`: empty.
   */
  description?: string | null;
  /**
   * Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.
   *
   * @maxItems 5
   */
  layers?: LayerUse[] | null;
  vpc?: Vpc;
  fileSystem?: FileSystem;
  /**
   * ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.
   */
  deadLetterQueue?: string | null;
  /**
   * ARN of the key that encrypts the environment. `null`: a key of AWS.
   */
  kmsKey?: string | null;
  /**
   * Whether X-Ray traces requests by itself. `null`: PassThrough.
   */
  tracing?: 'Active' | 'PassThrough' | null;
  /**
   * Whether versions start from a snapshot. `null`: None.
   */
  snapStart?: 'PublishedVersions' | 'None' | null;
  logging?: Logging;
  imageConfig?: ImageConfig;
  durable?: Durable;
  /**
   * Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.
   */
  tags?: {
    [k: string]: TagValue;
  } | null;
  /**
   * How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.
   */
  reservedConcurrency?: number | null;
  /**
   * What Lambda does about a function that calls itself in a loop. `null`: Terminate.
   */
  recursion?: 'Allow' | 'Terminate' | null;
  /**
   * ARN of a code signing configuration. `null`: none.
   */
  codeSigning?: string | null;
  runtimeManagement?: RuntimeManagement;
  /**
   * Zip or Image; it follows from `code` and `image`, and never changes once the function is there.
   */
  packageType?: 'Zip' | 'Image';
  /**
   * Keeps the execution environments of tenants apart. Only when the function is made.
   */
  tenancy?: 'PER_TENANT';
  capacityProvider?: CapacityProvider;
  /**
   * With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.
   */
  manage?: 'all' | 'release';
  /**
   * The alias that callers use and that is moved.
   */
  alias?: string;
  alarms?: Alarms;
  hooks?: Hooks;
  /**
   * How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.
   */
  provisionedConcurrency?: number | null;
  /**
   * How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.
   */
  keepVersions?: number | null;
  /**
   * Sample events, a glob of JSON files: for the smoke test and for local traffic.
   */
  testEvents?: string;
  rollout?: RolloutName;
}
/**
 * A layer of this project: published when its content changes, and only then.
 */
export interface Layer {
  code?: Code;
  build?: Build;
  /**
   * The name at AWS. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.
   */
  name?: string;
  /**
   * What the layer is for, up to 256 characters.
   */
  description?: string;
  /**
   * The runtimes that it is made for, at most 15.
   *
   * @maxItems 15
   */
  runtimes?: Runtime[];
  /**
   * The processors that it is made for.
   *
   * @maxItems 2
   */
  architectures?: LayerArchitecture[];
  /**
   * The licence: a name, an address or the text, up to 512 characters.
   */
  license?: string;
  /**
   * How many versions stay, the newest first. Without it, all of them.
   */
  keep?: number;
}
/**
 * Where zips lie that are too large to be sent with a call, and who signs them.
 */
export interface Artifacts {
  /**
   * The bucket for zips over 50 MB and for code that is signed. `null`, or without it: that of `shipit bootstrap`, where there is one.
   */
  bucket?: string | null;
  /**
   * What keys in the bucket begin with.
   */
  prefix?: string;
  /**
   * The profile of AWS Signer that code is signed with. `null`, or without it: code is not signed.
   */
  signingProfile?: string | null;
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
   * Whether a person has to approve before it gets everything.
   */
  approval?: ApprovalWord | ApprovalTerms;
  /**
   * How long it is watched at 100% before the release ends.
   */
  bakeAfter?: string;
}
/**
 * How long it waits for a person, and what then.
 */
export interface ApprovalTerms {
  /**
   * How long it waits.
   */
  expires?: string;
  /**
   * What happens when nobody answered.
   */
  then?: 'rollback' | 'continue';
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
  steps: Step[];
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
  /**
   * Names of alarms that veto while this step lasts, beside those of the functions.
   *
   * @maxItems 100
   */
  alarms?: AlarmName[];
  hooks?: HookList4;
  /**
   * Whether a person has to approve before the next step.
   */
  approval?: ApprovalWord | ApprovalTerms;
}
/**
 * The built-in gate: the candidate's own error rate over a step, and how alarms are read. It is on unless a release says --no-gate.
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
  /**
   * What an alarm without data says: nothing, wait, or go back.
   */
  insufficientData?: 'pass' | 'hold' | 'fail';
  /**
   * Alarms that may fire and send nothing back; releases say which they were.
   *
   * @maxItems 100
   */
  ignoreFiring?: AlarmName[];
  /**
   * What becomes of a step that is over without enough to judge it by.
   */
  onInconclusive?: 'promote' | 'hold' | 'rollback';
  /**
   * How long such a step waits for more before the release goes back.
   */
  holdFor?: string;
}
/**
 * A topic of SNS.
 */
export interface Sns {
  /**
   * ARN of the topic.
   */
  sns: string;
  on?: Occasions;
}
/**
 * A bus of EventBridge; the events have the source `shipit`.
 */
export interface EventBridge {
  /**
   * Name or ARN of the bus.
   */
  eventBridge: string;
  on?: Occasions;
}
/**
 * A channel of Slack, by an incoming webhook.
 */
export interface Slack {
  /**
   * Address of the webhook, a secret: refer to it.
   */
  slack: string;
  on?: Occasions;
}
/**
 * Any address that takes JSON.
 */
export interface Webhook {
  /**
   * The address, with http:// or https://.
   */
  webhook: string;
  headers?: Headers;
  on?: Occasions;
}
/**
 * What `--local` needs beside the project.
 */
export interface Local {
  /**
   * A path below the folder of the project file, with `/`.
   */
  seed?: string;
}
