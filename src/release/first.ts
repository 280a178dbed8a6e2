import { ShipitError } from '../core/errors';
import type { Aliases, AliasState } from '../core/lambda';
import { AliasRef } from '../core/values';
import { AliasTargets } from './alias';
import { attempts } from './made';

interface First {
  readonly ref: AliasRef;
  readonly version: string;
  readonly release: string;
  readonly epoch: number;
}

/** The first alias of a function: at 100 %, because nobody was served before. `alreadyExists` when somebody was first. */
export async function createAlias(aliases: Aliases, first: First): Promise<AliasState> {
  const { ref, version, release, epoch } = first;
  const target = AliasTargets.done({ release, epoch, version, previous: null, bad: null }, '');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await aliases.create(ref, target);
    } catch (error) {
      const found = await aliases.read(ref);
      if (found && AliasTargets.same(found, target)) return found;
      if (found)
        throw new ShipitError('alreadyExists', `${AliasRef.key(ref)} exists already`, { cause: error });
      if (attempt === attempts || !ShipitError.is(error, 'timedOut', 'unavailable')) throw error;
    }
  }
}
