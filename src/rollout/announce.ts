/** What each rollout of a release tells when somebody outside holds it, lets it go on, or is to come back for it. */
import type { AskedWord } from '../core/record';
import type { Context } from './context';
import type { Crew } from './crew';

interface Runner {
  readonly name: string;
  readonly actor: { getSnapshot(): { readonly context: Context } };
}

const types = { pause: 'rollout.paused', resume: 'rollout.resumed' } as const;

export async function announceWish(
  crew: Crew,
  runners: readonly Runner[],
  { what, step: asked }: { readonly what: AskedWord; readonly step: number },
): Promise<void> {
  const { clock, tell } = crew.ports;
  for (const { step, ...place } of runners.map(placeOf)) {
    const { rollout } = place;
    if (what === 'pause' || what === 'resume')
      await tell({ v: 1, type: types[what], at: clock.nowMs(), step, ...place });
    if (what === 'approve' && step === asked)
      await tell({ v: 1, type: 'rollout.approved', at: clock.nowMs(), rollout, step });
  }
}

export async function announceLeft(crew: Crew, runners: readonly Runner[], expiresMs: number): Promise<void> {
  const { clock, tell } = crew.ports;
  const why = { for: 'until', expiresMs, then: 'rollback' } as const;
  for (const place of runners.map(placeOf))
    await tell({ v: 1, type: 'rollout.waiting', at: clock.nowMs(), ...place, ...why });
}

function placeOf({ name, actor }: Runner): {
  readonly rollout: string;
  readonly step: number;
  readonly weight: number;
} {
  const { step, steps } = actor.getSnapshot().context;
  return { rollout: name, step, weight: steps[step - 1]?.weight ?? 0 };
}
