import { type Crew, Crews } from './crew';
import { limits } from './limits';

/**
 * Renews the lease from the claim on until it is stopped, or until the release goes back: then the whole limit of
 * calls belongs to the restore. Answers how to stop it; a beat under way still settles in its turn. Between two beats the
 * crew may ask for one at once, to answer a wish.
 */
export function keepLease(crew: Crew): () => void {
  let cancel = () => {};
  let stopped = false;
  const beat = async (): Promise<void> => {
    cancel();
    const leader = Crews.leader(crew);
    const wanted = () => !stopped && !crew.goingBack && leader.taken === null;
    await leader.write(() => (wanted() ? renewed(crew) : null)).catch((bug) => warn(crew, bug));
    schedule();
  };
  const schedule = (): void => {
    cancel();
    if (!stopped && !crew.goingBack) cancel = crew.ports.clock.after(limits.heartbeatMs, () => void beat());
  };
  crew.post = () => void beat();
  schedule();
  return () => {
    stopped = true;
    crew.post = () => {};
    cancel();
  };
}

/** A bug in here must not end the process while the candidate has traffic: the rollout itself finds out, or goes on. */
function warn(crew: Crew, bug: unknown): Promise<void> {
  const message = `shipit itself failed to renew the lease: ${bug instanceof Error ? bug.message : String(bug)}`;
  const hint = 'The rollout goes on; please report this.';
  return crew.ports.tell({ v: 1, type: 'warning', at: crew.ports.clock.nowMs(), message, hint });
}

/** The record as it stands, with a later end of lease; whoever waits says until when. */
function renewed(crew: Crew) {
  const leader = Crews.leader(crew);
  const nowMs = crew.ports.clock.nowMs();
  const standing = leader.standing(nowMs);
  const { expiresMs } = crew.desk;
  const bakeMs = expiresMs === null ? (standing?.bakeMs ?? 0) : Math.max(0, expiresMs - nowMs);
  return standing && Crews.open(crew, leader, { ...standing, bakeMs });
}
