/** What the world keeps of the services around Lambda. */
import { createBusBook } from './buses/book';
import { createRoleBook } from './iam/book';
import { createMonitorBook } from './monitors/book';
import { createObjectBook } from './objects/memory';
import { createParameterBook } from './parameters/book';
import { createSecretBook } from './secrets/book';
import { createStackBook } from './stacks/book';
import { createTopicBook } from './topics/book';
import type { World } from './world';

type Stores = Pick<
  World,
  'monitors' | 'objects' | 'roles' | 'parameters' | 'secrets' | 'stacks' | 'topics' | 'buses'
>;

export function createStores(options: { readonly folder: string } & Pick<World, 'clock' | 'random'>): Stores {
  return {
    monitors: createMonitorBook(),
    objects: createObjectBook(options),
    roles: createRoleBook(),
    parameters: createParameterBook(),
    secrets: createSecretBook(),
    stacks: createStackBook(),
    topics: createTopicBook(),
    buses: createBusBook(),
  };
}
