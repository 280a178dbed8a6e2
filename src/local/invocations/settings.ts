/** What PutFunctionEventInvokeConfig and UpdateFunctionEventInvokeConfig take, and whose it becomes. Messages as recorded. */
import type { PutFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import type { FunctionEntry } from '../lambda/book';
import { Check, insist } from '../lambda/constraints';
import { refusal } from '../lambda/errors';
import { findVersion } from '../lambda/find';
import { problemsOf } from '../lambda/members';
import { type FunctionRef, parseName } from '../lambda/names';
import type { World } from '../world';
import type { EventConfig } from './event-configs';

type Input = PutFunctionEventInvokeConfigRequest;

interface Owner {
  readonly entry: FunctionEntry;
  readonly qualifier: string;
}

const destination = Check.pattern(
  '$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)',
);
const destinationLength = Check.length(0, 350);
const retries = Check.range(0, 2);
const age = Check.range(60, 21_600);

/** Throws for what the model does not allow, and when there is nothing to set. */
export function insistOnSettings(input: Input): void {
  const { OnSuccess, OnFailure } = input.DestinationConfig ?? {};
  insist(
    ...problemsOf({ functionName: input.FunctionName, qualifier: input.Qualifier }),
    retries('maximumRetryAttempts', input.MaximumRetryAttempts),
    age('maximumEventAgeInSeconds', input.MaximumEventAgeInSeconds),
    ...destinationProblems('destinationConfig.onSuccess.destination', OnSuccess?.Destination),
    ...destinationProblems('destinationConfig.onFailure.destination', OnFailure?.Destination),
  );
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = input;
  if ([MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig].every((one) => one === undefined))
    throw refusal.invalid('You must specify at least one of error handling or destination setting.');
}

/** Throws ResourceNotFoundException for what is not there. */
export function findOwner(world: World, input: Pick<Input, 'FunctionName' | 'Qualifier'>): Owner {
  const ref = parseName(world, input);
  const entry = world.functions.entries.get(ref.name);
  const qualifier = ref.qualifier ?? '$LATEST';
  const there = entry && (entry.aliases.has(qualifier) || findVersion(entry, qualifier) !== null);
  if (!entry || !there) throw refusal.missing("The function doesn't exist.");
  return { entry, qualifier };
}

/** Throws for destinations that cannot be; an absent member of `before` stays. */
export function applySettings(
  world: World,
  { entry, qualifier }: Owner,
  { input, before }: { input: Input; before: EventConfig | null },
): EventConfig {
  const { DestinationConfig: wanted, MaximumRetryAttempts, MaximumEventAgeInSeconds } = input;
  if (wanted) insistOnDestinations(world, entry, wanted);
  const config = {
    retries: MaximumRetryAttempts ?? before?.retries ?? null,
    maximumAgeS: MaximumEventAgeInSeconds ?? before?.maximumAgeS ?? null,
    onSuccess: wanted ? wanted.OnSuccess?.Destination || null : (before?.onSuccess ?? null),
    onFailure: wanted ? wanted.OnFailure?.Destination || null : (before?.onFailure ?? null),
    modifiedMs: world.clock.nowMs(),
  };
  world.eventConfigs.put(entry.name, qualifier, config);
  return config;
}

export const noConfig = (ref: FunctionRef): Error =>
  refusal.missing(
    `The function ${ref.functionArn}:${ref.qualifier ?? '$LATEST'} doesn't have an EventInvokeConfig`,
  );

const destinationProblems = (field: string, value: unknown): (string | null)[] => [
  destination(field, value) ?? destinationLength(field, value),
];

/** S3 takes failures alone. */
const services = {
  OnSuccess: ['lambda', 'sqs', 'sns', 'events'],
  OnFailure: ['lambda', 'sqs', 'sns', 'events', 's3'],
} as const;

function insistOnDestinations(
  world: World,
  { name }: FunctionEntry,
  { OnSuccess, OnFailure }: NonNullable<Input['DestinationConfig']>,
): void {
  const given = { OnSuccess: OnSuccess?.Destination || null, OnFailure: OnFailure?.Destination || null };
  for (const arn of Object.values(given))
    if (arn?.split(':')[2] === 'lambda') insistOnFunction(world, name, arn);
  const fits = (on: keyof typeof services): boolean =>
    given[on] === null || services[on].some((service) => given[on]?.split(':')[2] === service);
  if (fits('OnSuccess') && fits('OnFailure')) return;
  const shown = (on: keyof typeof services): string =>
    given[on] === null ? 'null' : `${on}(destination=${given[on]})`;
  throw refusal.invalid(
    `The provided destination config DestinationConfig(onSuccess=${shown('OnSuccess')}, onFailure=${shown('OnFailure')}) is invalid.`,
  );
}

function insistOnFunction(world: World, name: string, arn: string): void {
  const target = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:([a-zA-Z0-9-_]+)(?::[^:]+)?$/.exec(arn)?.[1];
  if (target === undefined || !world.functions.entries.has(target))
    throw refusal.invalid(`The destination ARN ${arn} is invalid.`);
  if (target === name) throw refusal.invalid("You can't specify the function as a destination for itself.");
}
