import type { Durable, FunctionConfig, FunctionSettings } from './function';

/** Days (AWS::Serverless::Function DurableConfig). */
export const defaultRetentionDays = 14;

/** What shipit gives a version for which nobody declared a description: release, commit and code (stamp.ts), or the release alone. */
const ownDescription = /^shipit [0-9A-HJKMNP-TV-Z]{26}(?: (?:no-commit|[0-9a-f]{1,12}\+?) [0-9a-f]{12})?$/;

/** Without the tags that AWS and shipit set: no project file declares those. */
export const userTags = (tags: FunctionSettings['tags']): FunctionSettings['tags'] =>
  Object.fromEntries(Object.entries(tags).filter(([name]) => !/^(aws|shipit):/.test(name)));

/** The keys that have several forms of one meaning. */
type Formed = Pick<
  FunctionConfig,
  'logFormat' | 'applicationLogLevel' | 'systemLogLevel' | 'logGroup' | 'vpc' | 'imageConfig' | 'durable'
> &
  Partial<Pick<FunctionConfig, 'description'>>;

/**
 * One form for configurations that Lambda does not tell apart, so that what a project file says and what Lambda answers
 * are equal when they mean the same: what AWS would do anyway is not spelled out, and sets are in order.
 */
export function normalConfig<C extends Formed>(functionName: string, config: C): C {
  return {
    ...config,
    ...(ownDescription.test(config.description ?? '') ? { description: '' } : {}),
    ...normalLogs(functionName, config),
    vpc: normalVpc(config.vpc),
    imageConfig: normalImageConfig(config.imageConfig),
    durable: config.durable && normalDurable(config.durable),
  };
}

export const defaultLogGroup = (functionName: string): string => `/aws/lambda/${functionName}`;

function normalLogs(functionName: string, config: Formed) {
  const level = (text: string | null) => (config.logFormat === 'JSON' && text !== 'INFO' ? text : null);
  return {
    applicationLogLevel: level(config.applicationLogLevel),
    systemLogLevel: level(config.systemLogLevel),
    logGroup: config.logGroup === defaultLogGroup(functionName) ? null : config.logGroup,
  };
}

function normalVpc(vpc: FunctionConfig['vpc']): FunctionConfig['vpc'] {
  if (!vpc || vpc.subnetIds.length === 0) return null;
  return {
    subnetIds: [...vpc.subnetIds].sort(),
    securityGroupIds: [...vpc.securityGroupIds].sort(),
    ipv6: vpc.ipv6,
  };
}

function normalImageConfig(image: FunctionConfig['imageConfig']): FunctionConfig['imageConfig'] {
  const isEmpty = !image || (image.entryPoint.length + image.command.length === 0 && !image.workingDirectory);
  return isEmpty ? null : { ...image, workingDirectory: image.workingDirectory || null };
}

const normalDurable = (durable: Durable): Durable => ({
  ...durable,
  retentionPeriod: durable.retentionPeriod === defaultRetentionDays ? null : durable.retentionPeriod,
});
