import type { Ending } from './context';
import { type Crew, Crews, insist } from './crew';
import { takenIn } from './leave';

/** The record says that its owner has left on purpose, and until when it is kept: whoever comes needs no lease to end. */
export async function holdRelease(crew: Crew, step: number, holdForMs: number): Promise<Ending> {
  const { clock, ids } = crew.ports;
  const leader = Crews.leader(crew);
  crew.desk.say({ what: 'hold', step, nonce: ids.nonce() }, clock.nowMs() + holdForMs);
  const written = await insist(crew, leader, () => {
    const standing = leader.standing(clock.nowMs());
    return standing && Crews.open(crew, leader, { ...standing, bakeMs: holdForMs });
  });
  const taken = takenIn([written]);
  if (taken) return { outcome: 'lost', because: taken.because };
  const left = written.kind === 'again' ? `; its record could not say so: ${written.because}` : '';
  return { outcome: 'waiting', because: `stopped at step ${step} as asked${left}` };
}
