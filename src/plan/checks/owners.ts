import { placedCommand } from '../../core/command';
import type { Whereabouts } from '../../core/told';
import { AliasRef } from '../../core/values';
import { deadRelease, describeHolder } from '../holder';
import type { FunctionPlan } from '../plan';
import { type Check, Plans } from './check';

/** An open record is somebody's lock; one that nobody keeps any more is taken over before anything else. */
export const owners: Check = {
  title: 'no rollout of others',
  code: 'owned',
  run({ plan, ports, options: { where } }) {
    const standings = plan.functions.map(({ ref, live: { record } }) => ({ ref, record }));
    const words = { nowMs: ports.clock.nowMs(), where, rollback: placedCommand('rollback', where) };
    const problems = Plans.updating(plan).flatMap(({ ref, live: { record } }) =>
      record.kind === 'open'
        ? [`${AliasRef.key(ref)}: ${describeHolder(record.record, standings, words)}`]
        : [],
    );
    const isDead = deadRelease(plan, ports.clock.nowMs()) !== null;
    return isDead ? { problems: [], warnings: problems } : { problems, warnings: [] };
  },
};

export const splits: Check = {
  title: 'no unowned split',
  code: 'unownedSplit',
  run: ({ plan, options: { where } }) => ({
    problems: Plans.updating(plan).flatMap((planned) => problemOfSplit(planned, where)),
    warnings: [],
  }),
};

export const records: Check = {
  title: 'readable records',
  code: 'newerRecord',
  run: ({ plan }) => ({
    problems: Plans.updating(plan).flatMap(({ ref, live: { record } }) =>
      record.kind === 'unreadable'
        ? [
            `${AliasRef.key(ref)}: ${record.why}: use the newer shipit that wrote it, or correct the alias's description by hand`,
          ]
        : [],
    ),
    warnings: [],
  }),
};

function problemOfSplit({ ref, live: { alias, record } }: FunctionPlan, where: Whereabouts): string[] {
  if (!alias?.additional || record.kind === 'open' || record.kind === 'unreadable') return [];
  const { version, weight } = alias.additional;
  return [
    `${AliasRef.key(ref)} sends ${weight}% to version ${version} and the rest to ${alias.version}, and no release of shipit did that: decide with \`${placedCommand('rollback', where)} --to ${ref.functionName}@${alias.version}\``,
  ];
}
