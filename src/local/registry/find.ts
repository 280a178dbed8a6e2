/** Repositories by what requests call them. */
import type { World } from '../world';
import type { Repository } from './book';
import { checkText, given } from './checks';
import { missing, refusal } from './errors';

const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const pattern = `${part}(?:\\/${part})*`;
const shownPattern = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*';

export interface RepositoryRef {
  readonly registryId?: string | undefined;
  readonly repositoryName?: string | undefined;
}

export function insistOnName(name: string | undefined): string {
  const found = given('repositoryName', name);
  checkText('repositoryName', found, { least: 2, most: 256 });
  if (!new RegExp(`^${pattern}$`, 'u').test(found))
    throw refusal.parameter('repositoryName', `must satisfy regular expression '${shownPattern}'`);
  return found;
}

export function findRepository(world: World, { registryId, repositoryName }: RepositoryRef): Repository {
  const name = insistOnName(repositoryName);
  const repository = insistOnOwn(world, registryId) ? world.registry.repositories.get(name) : undefined;
  if (!repository) throw missing.repository(name, registryId ?? world.account);
  return repository;
}

/** False for the registry of another account, of which nothing is here. */
export function insistOnOwn({ account }: Pick<World, 'account'>, registryId: string | undefined): boolean {
  checkText('registryId', registryId, { pattern: '[0-9]{12}' });
  return (registryId ?? account) === account;
}
