/** A new version of a parameter: what it may hold, and which version has to go for it. */
import type { PutParameterRequest } from '@aws-sdk/client-ssm';
import { bounded } from '../bounded';
import { Check } from '../lambda/constraints';
import type { Parameter, ParameterType, ParameterVersion, Tier } from './book';
import { insist, refusal } from './errors';
import { latestOf } from './find';

/** Of matching a value. */
const patternMs = 250;
const most = { versions: 100, standard: 4096, advanced: 8192 } as const;
const type = Check.oneOf(['String', 'StringList', 'SecureString']);
const tier = Check.oneOf(['Standard', 'Advanced', 'Intelligent-Tiering']);

export function versionOf(
  input: PutParameterRequest,
  before: Parameter | undefined,
  modifiedMs: number,
): ParameterVersion {
  const { Value: value = '', Description, AllowedPattern, Policies, DataType: dataType = 'text' } = input;
  insist(
    Check.required('value', input.Value),
    Check.length(1, Number.MAX_SAFE_INTEGER)('value', input.Value),
    Check.length(0, 1024)('description', Description),
    Check.length(0, 1024)('allowedPattern', AllowedPattern),
    type('type', input.Type),
    tier('tier', input.Tier),
  );
  const latest = before ? latestOf(before) : null;
  insistOnPattern(value, AllowedPattern);
  const kind = typeOf(input, latest);
  return {
    version: (latest?.version ?? 0) + 1,
    value,
    type: kind,
    tier: tierOf(input, latest),
    dataType,
    keyId: kind === 'SecureString' ? (input.KeyId ?? latest?.keyId ?? 'alias/aws/ssm') : null,
    description: Description ?? latest?.description ?? null,
    allowedPattern: AllowedPattern ?? null,
    policies: Policies || null,
    modifiedMs,
    labels: [],
  };
}

/** The oldest goes when there are too many, but not one that somebody has labelled. */
export function addVersion(parameter: Parameter, version: ParameterVersion): void {
  const { versions, name } = parameter;
  if (versions.length >= most.versions) {
    if (versions[0]?.labels.length)
      throw refusal.named(
        'ParameterMaxVersionLimitExceeded',
        `You attempted to create a new version of ${name} by calling the PutParameter API with the overwrite flag. Version ${versions[0].version}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.`,
      );
    versions.shift();
  }
  versions.push(version);
}

function typeOf({ Type }: PutParameterRequest, latest: ParameterVersion | null): ParameterType {
  if (!latest && Type === undefined)
    throw refusal.invalid('A parameter type is required when you create a parameter.');
  if (latest && Type !== undefined && Type !== latest.type)
    throw refusal.named(
      'HierarchyTypeMismatchException',
      "Parameter Store doesn't support changing a parameter type in a hierarchy. For example, you can't change a parameter from a String type to a SecureString type. You must create a new, unique parameter.",
    );
  return latest?.type ?? (Type as ParameterType);
}

function tierOf(
  { Tier: asked, Value = '', Policies }: PutParameterRequest,
  latest: ParameterVersion | null,
): Tier {
  const large = Value.length > most.standard || Boolean(Policies);
  const given = asked ?? latest?.tier ?? 'Standard';
  const tier = given === 'Intelligent-Tiering' ? (large ? 'Advanced' : (latest?.tier ?? 'Standard')) : given;
  if (tier === 'Standard' && latest?.tier === 'Advanced')
    throw refusal.invalid(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.",
    );
  const limit = tier === 'Standard' ? most.standard : most.advanced;
  if (Value.length > limit)
    throw refusal.invalid(
      tier === 'Standard'
        ? `Standard tier parameters support a maximum parameter value of ${limit} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html`
        : `Advanced tier parameters support a maximum parameter value of ${limit} characters.`,
    );
  return tier as Tier;
}

/** Throws for a pattern that is none, or that takes too long. */
function isAllowed(value: string, pattern: string): boolean {
  try {
    return bounded(patternMs, () => new RegExp(`^(?:${pattern})$`, 'u').test(value));
  } catch {
    throw refusal.named('InvalidAllowedPatternException', `The allowed pattern ${pattern} is not valid.`);
  }
}

function insistOnPattern(value: string, pattern: string | undefined): void {
  if (!pattern) return;
  if (!isAllowed(value, pattern))
    throw refusal.named(
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
}
