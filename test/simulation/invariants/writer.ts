/** Who may write an alias: one at a time, and nobody after a stranger. */
import type { Invariant } from '../played';
import { Plays } from '../played';

/** S1: nobody writes after somebody with a newer epoch has. A stranger who wipes the text wipes the count too, where clocks differ. */
export const singleWriter: Invariant = ({ world, facts }) => {
  const epochs = new Map<string, number>();
  const newest = new Map<string, number>();
  return world.history.flatMap((write) => {
    if (!Plays.ours(write)) {
      if (facts.skewed && Plays.releaseOf(write.after) === null) newest.delete(write.key);
      return [];
    }
    const record = Plays.recordOf(write.after);
    // A claim that is given back leaves what was there before, and whoever counts from that.
    if (record.kind === 'none') {
      newest.delete(write.key);
      return [];
    }
    const before = Plays.openOf(write.before);
    if (record.kind === 'done' && before && before.release !== record.record.release) {
      newest.set(write.key, record.record.epoch);
      return [];
    }
    const written = record.kind === 'open' || record.kind === 'done' ? record.record.epoch : 0;
    const epoch = Math.max(written, epochs.get(write.by) ?? 0);
    epochs.set(write.by, epoch);
    const last = newest.get(write.key) ?? 0;
    newest.set(write.key, Math.max(last, epoch));
    return epoch < last ? [`S1: ${write.by} wrote ${write.key} with epoch ${epoch} after ${last}`] : [];
  });
};

/** S6: an alias that a stranger wrote is never written again by the release it was taken from. Who rolls back by hand knows what he does, and a wish moves nothing. */
export const foreignWins: Invariant = ({ world, cast }) => {
  const byHand = new Set(cast.filter(({ role }) => role === 'hand').map(({ name }) => name));
  const taken = new Map<string, Set<string>>();
  const releaseBy = new Map<string, string>();
  return world.history.flatMap((write) => {
    const owner = Plays.openOf(write.before);
    if (write.by === 'foreign') {
      const isSame =
        Plays.routeOf(write.before) === Plays.routeOf(write.after) &&
        write.before?.description === write.after?.description;
      if (owner && !isSame) taken.set(write.key, (taken.get(write.key) ?? new Set()).add(owner.release));
      return [];
    }
    const own = Plays.openOf(write.after)?.release ?? releaseBy.get(write.by);
    if (own && !byHand.has(write.by)) releaseBy.set(write.by, own);
    return own && taken.get(write.key)?.has(own) && !byHand.has(write.by) && !Plays.isWish(write)
      ? [`S6: ${write.by} wrote ${write.key} after a stranger had`]
      : [];
  });
};
