/** The repository that a push or pull is about. */
import type { Repository } from '../book';
import { missing } from '../errors';
import { findRepository, insistOnName } from '../find';
import { createOnPush } from '../templates';
import { fault } from './answers';
import type { Call } from './call';

/** Throws NAME_INVALID for what cannot be a name, and for the registry of another account or Region what ECR says there. */
export function placeOf({ world, message, route }: Call): Repository {
  const name = nameIn(route.repository);
  const [, account, region] = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\./.exec(message.headers.host ?? '') ?? [];
  const { account: own, region: here } = world;
  if ((account ?? own) !== own || (region ?? here) !== here) throw missing.repository(name, account ?? own);
  return findRepository(world, { repositoryName: name });
}

/** What is pushed to may be made for that. */
export function placeToPush(call: Call): Repository {
  const name = nameIn(call.route.repository);
  if (!call.world.registry.repositories.has(name)) createOnPush(call.world, name);
  return placeOf(call);
}

function nameIn(name: string): string {
  try {
    return insistOnName(name);
  } catch (error) {
    throw fault('NAME_INVALID', 400, error instanceof Error ? error.message : '');
  }
}
