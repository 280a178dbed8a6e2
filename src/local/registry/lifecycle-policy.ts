/** Lifecycle policies as texts of JSON (ECR user guide, "Lifecycle policy properties"). */
import type { AwsError } from '../errors';
import { refusal } from './errors';

export interface LifecycleRule {
  readonly priority: number;
  readonly tagStatus: TagStatus;
  /** Wildcards; an image must have a tag for each. */
  readonly patterns: readonly string[];
  readonly countType: CountType;
  readonly count: number;
  readonly expires: boolean;
}

type TagStatus = (typeof tagStatuses)[number];
type CountType = (typeof countTypes)[number];

const tagStatuses = ['tagged', 'untagged', 'any'] as const;
const countTypes = [
  'imageCountMoreThan',
  'sinceImagePushed',
  'sinceImagePulled',
  'sinceImageTransitioned',
] as const;
const actionTypes = ['expire', 'transition'] as const;

const mostChars = 30_720;
const mostRules = 50;

/** By priority, the first one first. Throws InvalidParameterException. */
export function parseLifecycle(text: string): LifecycleRule[] {
  if (text.length > mostChars)
    throw refusal.parameter('lifecyclePolicyText', `must have length less than or equal to ${mostChars}`);
  const { rules } = objectOf(parsed(text), 'policy');
  if (!Array.isArray(rules)) throw wrong('object has missing required properties (["rules"])');
  if (rules.length === 0 || rules.length > mostRules) throw wrong(`rules must be 1 to ${mostRules}`);
  const read = rules.map(ruleOf).sort((a, b) => a.priority - b.priority);
  insistOnOrder(read);
  return read;
}

type Json = Readonly<{ [member: string]: unknown }>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong('Could not map policyString into LifecyclePolicy.');
  }
}

function ruleOf(value: unknown): LifecycleRule {
  const { rulePriority, selection, action } = membersOf(value, ['rulePriority', 'selection', 'action']);
  const { tagStatus, countType, ...rest } = membersOf(selection, ['tagStatus', 'countType', 'countNumber']);
  const { type } = membersOf(action, ['type']);
  const rule = {
    priority: numberOf(rulePriority, 'rulePriority'),
    tagStatus: oneOf(tagStatus, tagStatuses),
    patterns: patternsOf(rest),
    countType: oneOf(countType, countTypes),
    count: numberOf(rest.countNumber, 'countNumber'),
    expires: oneOf(type, actionTypes) === 'expire',
  };
  if (rule.tagStatus === 'tagged' && rule.patterns.length === 0)
    throw wrong('tagPatternList or tagPrefixList is required for tagged images');
  if (rule.tagStatus !== 'tagged' && rule.patterns.length > 0)
    throw wrong('tagPatternList and tagPrefixList are allowed for tagged images alone');
  if (rule.countType.startsWith('since') !== (rest.countUnit === 'days'))
    throw wrong(`countUnit does not go with ${rule.countType}`);
  return rule;
}

/** A prefix is a pattern with a star behind it. */
function patternsOf({ tagPatternList = [], tagPrefixList = [] }: Json): string[] {
  const texts = (value: unknown): string[] => {
    if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' || one === ''))
      throw wrong('tagPatternList and tagPrefixList must be lists of texts');
    return value as string[];
  };
  return [...texts(tagPatternList), ...texts(tagPrefixList).map((prefix) => `${prefix}*`)];
}

/** Priorities differ, `untagged` is said once, and `any` comes last. */
function insistOnOrder(rules: readonly LifecycleRule[]): void {
  if (new Set(rules.map(({ priority }) => priority)).size < rules.length)
    throw wrong('rulePriority must be unique');
  const [any, untagged] = (['any', 'untagged'] as const).map((status) =>
    rules.filter(({ tagStatus, expires }) => tagStatus === status && expires),
  );
  if ((untagged?.length ?? 0) > 1) throw wrong('only one rule may select untagged images');
  if ((any?.length ?? 0) > 1 || (any?.[0] && any[0] !== rules.at(-1)))
    throw wrong('a rule with tagStatus any must be the only one, with the lowest priority');
}

function membersOf(value: unknown, required: readonly string[]): Json {
  const json = objectOf(value, required[0] ?? '');
  const lost = required.filter((name) => json[name] === undefined);
  if (lost.length > 0) throw wrong(`object has missing required properties (${JSON.stringify(lost)})`);
  return json;
}

function objectOf(value: unknown, what: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw wrong(`instance type of ${what} does not match any allowed primitive type (allowed: ["object"])`);
}

function numberOf(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  throw wrong(`${name} must be a whole number of at least 1`);
}

function oneOf<T extends string>(value: unknown, values: readonly T[]): T {
  const found = values.find((one) => one === value);
  if (found === undefined)
    throw wrong(`instance value (${JSON.stringify(value)}) not found in enum (${JSON.stringify(values)})`);
  return found;
}

const wrong = (why: string): AwsError =>
  refusal.parameter('LifecyclePolicyText', `Lifecycle policy validation failure: ${why}`);
