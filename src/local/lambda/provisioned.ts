/** Provisioned concurrency of aliases and versions: docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html. */
import type { GetProvisionedConcurrencyConfigResponse } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { FunctionEntry, ProvisionedEntry } from './book';
import { refusal } from './errors';
import { findTarget, findVersion } from './find';
import { lambdaTime } from './view';

/** At AWS it starts after one to two minutes, and all environments become usable at once. */
const provisioningMs = 90_000;

/** Starts, or starts again; READY once the environments are there, which gives the version a new revision id. */
export function startProvisioning(
  world: World,
  entry: FunctionEntry,
  qualifier: string,
  requested: number,
): ProvisionedEntry {
  const started: ProvisionedEntry = {
    requested,
    available: entry.provisioned.get(qualifier)?.available ?? 0,
    status: 'IN_PROGRESS',
    reason: null,
    modifiedMs: world.clock.nowMs(),
  };
  entry.provisioned.set(qualifier, started);
  world.clock.after(provisioningMs, () => finish(world, entry, qualifier, started));
  return started;
}

/** The environments follow the alias to its new version, and the old numbers show meanwhile (recorded behaviour). */
export function followAlias(world: World, entry: FunctionEntry, alias: string): void {
  const before = entry.provisioned.get(alias);
  if (before) startProvisioning(world, entry, alias, before.requested);
}

/** Takes up what was under way when the world was closed. */
export function resumeProvisioning(world: World): void {
  for (const entry of world.functions.entries.values())
    for (const [qualifier, provisioned] of entry.provisioned)
      if (provisioned.status === 'IN_PROGRESS')
        world.clock.after(0, () => finish(world, entry, qualifier, provisioned));
}

/** An alias and its version cannot both have it. */
export function insistOnNoOther(entry: FunctionEntry, qualifier: string): void {
  const alias = entry.aliases.get(qualifier);
  if (alias && entry.provisioned.has(alias.version))
    throw refusal.conflict(
      "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    );
  const pointing = [...entry.aliases.values()].filter((other) => other.version === qualifier);
  if (pointing.some((other) => entry.provisioned.has(other.name)))
    throw refusal.conflict('Version is pointed by a Provisioned Concurrency alias');
}

/** What can have it: an alias or a published version. */
export function findProvisionable(
  world: World,
  named: { FunctionName?: string | undefined; Qualifier?: string | undefined },
): { entry: FunctionEntry; qualifier: string } {
  const { ref, entry } = findTarget(world, named);
  const qualifier = ref.qualifier ?? '$LATEST';
  if (qualifier === '$LATEST')
    throw refusal.invalid('The function resource provided must be an alias or a published version.');
  return { entry, qualifier };
}

export const provisionedTotal = (entry: FunctionEntry): number =>
  [...entry.provisioned.values()].reduce((sum, { requested }) => sum + requested, 0);

export const provisionedView = (provisioned: ProvisionedEntry): GetProvisionedConcurrencyConfigResponse => ({
  RequestedProvisionedConcurrentExecutions: provisioned.requested,
  AvailableProvisionedConcurrentExecutions: provisioned.available,
  AllocatedProvisionedConcurrentExecutions: provisioned.available,
  Status: provisioned.status,
  ...(provisioned.reason === null ? {} : { StatusReason: provisioned.reason }),
  LastModified: lambdaTime(provisioned.modifiedMs),
});

function finish(world: World, entry: FunctionEntry, qualifier: string, provisioned: ProvisionedEntry): void {
  if (entry.provisioned.get(qualifier) !== provisioned) return;
  provisioned.available = provisioned.requested;
  provisioned.status = 'READY';
  const version = findVersion(entry, entry.aliases.get(qualifier)?.version ?? qualifier);
  if (version) version.revisionId = world.random.uuid();
}
