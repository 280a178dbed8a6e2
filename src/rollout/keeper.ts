import { type Crew, Crews } from './crew';
import { limits } from './limits';

/**
 * Renews the lease from the claim on until it is stopped, or until the release goes back: then the whole limit of
 * calls belongs to the restore. Answers how to stop it; a beat under way still settles in its turn.
 */
export function keepLease(crew: Crew): () => void {
  let cancel = () => {};
  let stopped = false;
  const beat = async (): Promise<void> => {
    const leader = Crews.leader(crew);
    await leader.write(() => (stopped || crew.goingBack || leader.fate !== 'ours' ? null : renewed(crew)));
    schedule();
  };
  const schedule = (): void => {
    if (!stopped && !crew.goingBack) cancel = crew.ports.clock.after(limits.heartbeatMs, () => void beat());
  };
  schedule();
  return () => {
    stopped = true;
    cancel();
  };
}

/** The record as it stands, with a later end of lease. */
function renewed(crew: Crew) {
  const leader = Crews.leader(crew);
  const standing = leader.standing(crew.ports.clock.nowMs());
  return standing && Crews.open(crew, leader, standing);
}
