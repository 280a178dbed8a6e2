/**
 * What an alias may point at, in the order in which Lambda checks it, and how it is shown. Codes and messages as recorded;
 * the message for unlike dead-letter queues is not on record.
 */
import type { AliasConfiguration, AliasRoutingConfiguration } from '@aws-sdk/client-lambda';
import { AwsError } from '../errors';
import type { AliasEntry, FunctionEntry, VersionEntry } from './book';
import { Check, insist, violated } from './constraints';
import { refusal } from './errors';
import { findVersion } from './find';

/** Version -> share of requests, 0 to 1; at most one entry. */
export type Weights = Readonly<{ [version: string]: number }>;

export interface AliasTarget {
  readonly version: string;
  readonly weights: Weights;
}

const checks = {
  name: [Check.required, Check.pattern('(?!^[0-9]+$)([a-zA-Z0-9-_]+)'), Check.length(1, 128)],
  functionVersion: [Check.pattern('(\\$LATEST(\\.PUBLISHED)?|[0-9]+)'), Check.length(1, 1024)],
  description: [Check.length(0, 256)],
} as const;

const mapRule =
  'Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]';
const mapKeyRule =
  'Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]';

/** Throws ValidationException with everything that the service model does not allow. */
export function insistOnAliasForm(
  fields: { readonly [F in keyof typeof checks]?: unknown },
  weights: Weights,
): void {
  const problems = Object.entries(fields).flatMap(([field, value]) => {
    const found = checks[field as keyof typeof checks].map((check: Check) => check(field, value));
    return found.filter((problem) => problem !== null).slice(0, 1);
  });
  insist(...problems, weightProblem(weights));
}

/** `$LATEST` as a key was recorded with the same text as a weight out of range. */
function weightProblem(weights: Weights): string | null {
  const entries = Object.entries(weights);
  const latest = entries.some(([version]) => version === '$LATEST');
  const badKey = entries.some(([version]) => !/^[0-9]{1,1024}$/.test(version));
  const badValue = entries.some(([, weight]) => !(weight >= 0 && weight <= 1));
  if (!badKey && !badValue) return null;
  const shown = `'{${entries.map(([version, weight]) => `${version}=${decimal(weight)}`).join(', ')}}'`;
  const rule = badValue || latest ? mapRule : mapKeyRule;
  return violated(shown, 'routingConfig.additionalVersionWeights', rule);
}

/** As Java writes a double: 2 is 2.0. */
const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

export const weightsOf = (routing: AliasRoutingConfiguration | undefined): Weights =>
  routing?.AdditionalVersionWeights ?? {};

/** Throws what Lambda answers for versions that cannot stand behind one alias. */
export function insistOnTarget(entry: FunctionEntry, { version, weights }: AliasTarget): void {
  const [additional, ...more] = Object.keys(weights);
  if (more.length > 0)
    throw refusal.invalid('Number of items in AdditionalVersionWeights cannot be greater than 1');
  if (additional !== undefined && version === '$LATEST')
    throw new AwsError('InvalidParameterValueException', 400, {
      message: '$LATEST is not supported for an alias pointing to more than 1 version',
      members: { Type: null },
    });
  if (additional === version)
    throw refusal.invalid(
      `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
    );
  const primary = versionOf(entry, version);
  if (additional !== undefined) insistOnLike(primary, versionOf(entry, additional));
}

function versionOf(entry: FunctionEntry, version: string): VersionEntry {
  const found = findVersion(entry, version);
  if (!found) throw refusal.noFunction(`${entry.arn}:${version}`);
  return found;
}

function insistOnLike({ config: a }: VersionEntry, { config: b }: VersionEntry): void {
  if (a.Role !== b.Role)
    throw refusal.invalid('Specified versions must be associated with the same execution role');
  if (a.DeadLetterConfig?.TargetArn !== b.DeadLetterConfig?.TargetArn)
    throw refusal.invalid('Specified versions must have the same dead-letter queue configuration');
}

/** RoutingConfig is there only when a version has a weight. */
export function aliasView(entry: FunctionEntry, alias: AliasEntry): AliasConfiguration {
  const { weights } = alias;
  return {
    AliasArn: `${entry.arn}:${alias.name}`,
    Name: alias.name,
    FunctionVersion: alias.version,
    Description: alias.description,
    RevisionId: alias.revisionId,
    ...(Object.keys(weights).length > 0 ? { RoutingConfig: { AdditionalVersionWeights: weights } } : {}),
  };
}
