import { ShipitError } from '../../core/errors';
import type { Journal } from '../../core/ports';
import type { DoneRecord } from '../../core/record';
import { Ulid } from '../../core/ulid';
import type { FunctionPlan } from '../plan';
import { type Check, Plans } from './check';

/** What was rolled back last time would be rolled back again: the alias remembers it, the journal knows why. */
export const history: Check = {
  title: 'not what was rolled back last time',
  code: 'rolledBackBefore',
  async run({ ports, plan, options }) {
    const again = Plans.updating(plan).flatMap((planned) => {
      const { record } = planned.live;
      if (record.kind !== 'done' || record.record.bad === null) return [];
      const { identity, signedIdentity } = planned;
      return [identity, signedIdentity].includes(record.record.bad)
        ? [{ planned, record: record.record }]
        : [];
    });
    if (options.retry) return { problems: [], warnings: [] };
    const problems = await Promise.all(
      again.map(({ planned, record }) => tell(ports.journal, planned, record)),
    );
    return { problems, warnings: [] };
  },
};

async function tell(journal: Journal, { spec }: FunctionPlan, { release }: DoneRecord): Promise<string> {
  const when = new Date(Ulid.timeMs(release)).toISOString();
  const why = await reason(journal, spec.key, release);
  return (
    `${spec.key}: this very code and configuration was rolled back in release ${release.slice(-6)} of ${when}` +
    `${why === null ? '' : ` (${why})`}: correct it, or release it all the same with --retry`
  );
}

/** Null when this journal does not know the release: it may have run on another machine. */
async function reason(journal: Journal, key: string, release: string): Promise<string | null> {
  try {
    const events = await journal.read(release);
    const end = events.findLast((event) => event.type === 'release.finished');
    return end?.functions.find((result) => result.key === key)?.because ?? null;
  } catch (error) {
    if (!ShipitError.is(error)) throw error;
    return null;
  }
}
