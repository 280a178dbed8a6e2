/** What the world keeps of the services around Lambda. */
import { createBusBook } from './buses/book';
import { createRoleBook } from './iam/book';
import { createMonitorBook } from './monitors/book';
import { createObjectBook } from './objects/memory';
import { createParameterBook } from './parameters/book';
import { createRegistryBook } from './registry/memory';
import { createSecretBook } from './secrets/book';
import { createSignerBook } from './signer/book';
import { createStackBook } from './stacks/book';
import { createTopicBook } from './topics/book';
import type { World } from './world';

type Stores = Pick<
  World,
  | 'monitors'
  | 'objects'
  | 'registry'
  | 'roles'
  | 'parameters'
  | 'secrets'
  | 'signer'
  | 'stacks'
  | 'topics'
  | 'buses'
>;

export function createStores(
  options: { readonly folder: string } & Pick<World, 'account' | 'region' | 'address' | 'clock' | 'random'>,
): Stores {
  return {
    monitors: createMonitorBook(),
    objects: createObjectBook(options),
    registry: createRegistryBook(options),
    roles: createRoleBook(),
    parameters: createParameterBook(),
    secrets: createSecretBook(),
    signer: createSignerBook(),
    stacks: createStackBook(),
    topics: createTopicBook(),
    buses: createBusBook(),
  };
}
