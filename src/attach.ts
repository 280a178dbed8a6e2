/** Follows a release, and takes it over when its owner is dead, or has left it for longer than it was to be kept. */

import { conclude } from './conclude';
import type { Controlled, Taker } from './control';
import { ShipitError } from './core/errors';
import type { Clock, Ports } from './core/ports';
import { type FindRequest, lookAgain, readFirst, releaseAmong } from './find';
import { type Following, follow } from './follow';
import { inherit } from './inherit';
import { underWay } from './release/under-way';
import { limits } from './rollout/limits';
import { explaining } from './status';

export interface AttachRequest extends FindRequest, Taker {}

/** How often somebody else may be faster at taking it over, each time after a lease. */
const mostTurns = 1000;

export async function attach(ports: Ports, request: AttachRequest): Promise<Controlled> {
  const { stop, by, where } = request;
  const first = await readFirst(ports, request);
  if (underWay(first).length === 0) {
    const ended = await conclude(ports, {
      ...request,
      seen: await readFirst(ports, { ...request, named: [] }),
    });
    if (ended) return ended;
  }
  let found = await releaseAmong(ports, request, first);
  const { release, record } = found;
  const looking = await explaining(ports, found);
  const at = ports.clock.nowMs();
  const { step } = record;
  ports.report.tell({ v: 1, type: 'control.sent', at, what: 'attach', release, step, by, where });
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const followed = await follow(looking, { found, where, stop, leave: isLeft(ports.clock) });
    if (followed.kind === 'ended') return followed.finished;
    if (followed.kind === 'stopped') break;
    const taken = await takeOver(ports, { request, release, watched: followed.watched });
    if (taken) return taken;
    found = await lookAgain(ports, found);
  }
  return {
    exitCode: stop.exitCode() ?? 130,
    problems: ['stopped following; the release goes on without you'],
  };
}

interface Taking {
  readonly request: AttachRequest;
  readonly release: string;
  readonly watched: string | null;
}

/** Null when its owner lives after all, or somebody else was faster: then there is something to follow again. */
async function takeOver(ports: Ports, { request, release, watched }: Taking): Promise<Controlled | null> {
  const { project, choice, gated, by, from, where, stop } = request;
  const asked = { project, release, choice, until: null, gated, by, from, where, stop };
  try {
    return await inherit(ports, { ...asked, wish: null, watched, wanted: null });
  } catch (error) {
    if (ShipitError.is(error, 'owned')) return null;
    throw error;
  }
}

/** Silent for its lease by a clock that cannot jump; wall clocks are not compared. One that is held writes nothing, and one of which only the leader is closed has lost its owner too. */
function isLeft(clock: Clock): Following['leave'] {
  return ({ record, unchangedMs }) => {
    if (record?.wish?.what === 'hold') return clock.nowMs() >= record.dueS * 1000;
    return unchangedMs >= (record?.leaseS ?? limits.leaseS) * 1000;
  };
}
