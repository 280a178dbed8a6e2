/** How somebody else goes on with what a dead or silent owner left behind. */
import { setMaxListeners } from 'node:events';
import { attach } from '../../src/attach';
import { ShipitError } from '../../src/core/errors';
import type { Outcome } from '../../src/core/outcome';
import { releasePlan, type Stop } from '../../src/deploy';
import { rollback } from '../../src/rollback';
import { allTheWay, nowhere } from '../forms';
import { noChoice } from './project';
import { type Actor, planFor, type Scene } from './scene';

/** `hand`: a person goes back. `deploy`: the same command once more. `attach`: another machine follows and takes over. */
export type Takeover = 'hand' | 'deploy' | 'attach';

/** Whoever may come after a crash. */
export const takeovers: readonly Takeover[] = ['deploy', 'attach'];

export type Ended = { readonly outcome: string };

export const byHand = ({ ports }: Actor, { specs }: Scene): Promise<{ outcome: Outcome }> =>
  rollback(ports, { all: specs, named: [], to: new Map(), ...byWhom, account: null });

const byWhom = { toRelease: null, by: 'bob', from: 'tower' };

const never = new AbortController().signal;
// Whoever dies in the simulated world listens for ever.
setMaxListeners(0, never);
export const neverStopped: Stop = { signal: never, exitCode: () => null };

/** One `shipit deploy`. */
export function deployOnce({ ports, name }: Actor, scene: Scene, stop: Stop): Promise<{ outcome: Outcome }> {
  return releasePlan(ports, async () => planFor(scene), {
    ...allTheWay,
    project: scene.project,
    choice: noChoice,
    until: scene.release.until,
    by: name,
    commit: null,
    from: 'tower',
    retry: false,
    ignoreFiring: [],
    expect: { region: null, account: null },
    protection: null,
    reason: null,
    confirm: null,
    typed: null,
    stop,
  });
}

const pauseMs = 60_000;
const lookMs = 15_000;
const mostTries = 60;

/** As a pipeline that is started again until it is not refused for a reason that passes. */
export async function deployUntilHeard(actor: Actor, scene: Scene): Promise<Ended> {
  let last: Ended = { outcome: 'refused' };
  for (let tries = 0; tries < mostTries && last.outcome === 'refused'; tries += 1) {
    last = await deployOnce(actor, scene, neverStopped);
    if (last.outcome === 'refused') await pause(actor, pauseMs);
  }
  return last;
}

/** `shipit attach`, again and again: `isOver` when nothing can be left any more. */
export async function watchAndInherit(actor: Actor, scene: Scene, isOver: () => boolean): Promise<Ended> {
  let outcome = 'followed';
  // What a stranger has moved or taken away stays as it is: coming again would change nothing.
  while (!isOver() && outcome !== 'lost' && outcome !== 'stuck') {
    const ended = await attachOnce(actor, scene);
    if (ended !== null && hasInherited(actor)) outcome = ended;
    await pause(actor, lookMs);
  }
  return { outcome };
}

/** Null when there is nothing to follow, or it could not be. */
async function attachOnce({ ports, name }: Actor, { project }: Scene): Promise<string | null> {
  const which = { project, named: [], release: null };
  const who = {
    by: name,
    from: 'another machine',
    choice: noChoice,
    gated: null,
    where: nowhere,
    stop: neverStopped,
  };
  try {
    const ended = await attach(ports, { ...which, ...who });
    return 'outcome' in ended ? String(ended.outcome) : null;
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    return null;
  }
}

const hasInherited = ({ trace }: Actor): boolean =>
  trace.events.some(({ event }) => event.type === 'release.takenOver');

const pause = ({ ports }: Actor, ms: number): Promise<void> =>
  new Promise((resolve) => {
    ports.clock.after(ms, resolve);
  });
