/** Capacity providers of Lambda Managed Instances: kept and given back. No instance is ever started, so they are Active at once. */
import type { CreateCapacityProviderRequest } from '@aws-sdk/client-lambda';
import type { Kept } from '../kept';
import type { World } from '../world';
import type { FunctionEntry, VersionEntry } from './book';
import { Check, insist } from './constraints';
import { refusal } from './errors';
import { versionsOf } from './find';

type Request = CreateCapacityProviderRequest;

export interface CapacityEntry {
  readonly name: string;
  readonly arn: string;
  /** The CreateCapacityProvider input, with what was updated since. */
  definition: Omit<Request, 'CapacityProviderName' | 'Tags'>;
  /** Epoch ms. */
  modifiedMs: number;
  tags: Readonly<{ [key: string]: string }>;
}

export interface CapacityBook extends Kept {
  readonly entries: Map<string, CapacityEntry>;
}

const region = '(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}';
const nameForm = Check.pattern(
  `(arn:aws[a-zA-Z-]*:lambda:${region}:\\d{12}:capacity-provider:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+`,
);

export function createCapacityBook(): CapacityBook {
  const entries = new Map<string, CapacityEntry>();
  return {
    entries,
    dump: () => [...entries.values()],
    load(dump) {
      entries.clear();
      for (const entry of dump as CapacityEntry[]) entries.set(entry.name, entry);
    },
    clear: () => entries.clear(),
  };
}

/** Of a name or an ARN. */
export function capacityName(given: string | undefined): string {
  insist(Check.required('capacityProviderName', given) ?? nameForm('capacityProviderName', given));
  const name = given ?? '';
  return name.slice(name.lastIndexOf(':') + 1);
}

export function findCapacity(world: World, given: string | undefined): CapacityEntry {
  const entry = world.capacity.entries.get(capacityName(given));
  if (!entry) throw refusal.missing(`Capacity provider not found: ${given}`);
  return entry;
}

interface Placed {
  readonly entry: FunctionEntry;
  readonly version: VersionEntry;
}

/** The versions that are to run on it. */
export function versionsOn(world: World, { arn }: CapacityEntry): Placed[] {
  const all = [...world.functions.entries.values()].flatMap((entry) =>
    versionsOf(entry).map((version) => ({ entry, version })),
  );
  return all.filter(({ version }) => providerOf(version) === arn);
}

const providerOf = ({ config }: VersionEntry): string | undefined =>
  config.CapacityProviderConfig?.LambdaManagedInstancesCapacityProviderConfig?.CapacityProviderArn;
