/** Takes away what was listed, one thing after the other. One that fails does not hold up those that do not need it. */
import { ShipitError } from '../core/errors';
import type { Removable } from '../core/events';
import type { Ports } from '../core/ports';
import { AliasRef } from '../core/values';
import type { Going, Revisions } from './removal';

/** Something that is still there, and why. */
export interface Left extends Removable {
  readonly because: string;
}

interface How {
  /** Nothing more is begun once it is set. */
  readonly stop: AbortSignal;
  /** After each thing that had its turn; null when it is gone. */
  readonly tell: (thing: Removable, because: string | null) => void;
}

type Write = Pick<Ports, 'functions' | 'aliases' | 'roles' | 'layers' | 'alarms'>;

export async function removeAll(ports: Write, goes: readonly Going[], how: How): Promise<Left[]> {
  let left: Left[] = [];
  for (const thing of goes) {
    const { kind, key, name } = thing;
    if (how.stop.aborted) {
      left.push({ kind, key, name, because: 'stopped before its turn' });
      continue;
    }
    const because = await attempt(ports, thing, left);
    how.tell({ kind, key, name }, because);
    if (because !== null) left.push({ kind, key, name, because });
    // A function takes its aliases along, also those that could not be removed by themselves.
    else if (kind === 'function') left = left.filter((other) => other.kind !== 'alias' || other.key !== key);
  }
  return left;
}

async function attempt(ports: Write, thing: Going, left: readonly Left[]): Promise<string | null> {
  try {
    await remove(ports, thing, left);
    return null;
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    return error.message;
  }
}

async function remove(ports: Write, thing: Going, left: readonly Left[]): Promise<void> {
  switch (thing.kind) {
    case 'alias':
      await refuseIfWritten(ports, thing.ref.functionName, thing.revisions);
      return ports.aliases.remove(thing.ref);
    case 'alarm':
      // Somebody's release may be watched by them.
      await refuseIfWritten(ports, thing.functionName, thing.revisions);
      return ports.alarms.remove(thing.names);
    case 'function':
      await refuseIfWritten(ports, thing.name, thing.revisions);
      return ports.functions.remove(thing.name);
    case 'role':
      refuseIfUsed(thing.usedBy, left);
      return ports.roles.remove(thing.name);
    case 'layer':
      refuseIfUsed(thing.usedBy, left);
      for (const version of thing.versions) await ports.layers.remove(thing.name, version);
  }
}

/**
 * Between the list and the yes somebody may have begun a release, and AWS deletes without asking for a revision. Every
 * alias is read again for each of them: while one moves, the function stays, so the others had better stay too.
 */
async function refuseIfWritten(ports: Write, functionName: string, revisions: Revisions): Promise<void> {
  const now = await ports.aliases.list(functionName);
  const written = now.find(({ name, revisionId }) => revisions.get(name) !== revisionId);
  if (written === undefined) return;
  const key = AliasRef.key({ functionName, alias: written.name });
  throw new ShipitError('preconditionFailed', `somebody wrote ${key} after the list was made`);
}

function refuseIfUsed(usedBy: readonly string[], left: readonly Left[]): void {
  const user = left.find(({ kind, name }) => kind === 'function' && usedBy.includes(name));
  if (user) throw new ShipitError('conflict', `${user.name} is still there and uses it`);
}
