import { placedCommand } from '../../core/command';
import type { Whereabouts } from '../../core/told';
import { AliasRef } from '../../core/values';
import type { FunctionPlan } from '../plan';
import { type Check, Plans } from './check';

/** Lambda demands the same role and dead-letter queue of two versions behind one alias (Lambda guide, "alias routing"). */
export const versions: Check = {
  title: 'both versions fit one alias',
  code: 'preflight',
  run({ plan, options: { where } }) {
    const served = Plans.updating(plan).flatMap((planned) => problemOfServed(planned, where));
    return { problems: [...served, ...Plans.sharing(plan).flatMap(mismatches)], warnings: [] };
  },
};

/** What Lambda would refuse half-way: an update under way, a broken function, a new one with half a configuration. */
export const readiness: Check = {
  title: 'functions can be updated',
  code: 'preflight',
  run: ({ plan }) => ({ problems: Plans.changing(plan).flatMap(problemOfState), warnings: [] }),
};

/** Behind $LATEST nothing stands still: it can neither share an alias nor be returned to. */
function problemOfServed({ ref, live }: FunctionPlan, where: Whereabouts): string[] {
  if (live.record.kind === 'open') return [];
  const served = live.alias?.version;
  const rollback = placedCommand('rollback', where);
  const to = `${ref.functionName}@${live.versions.at(-1)?.version ?? '<version>'}`;
  if (served === '$LATEST')
    return [
      `${AliasRef.key(ref)} points at $LATEST, to which nobody can return: pin it first with \`${rollback} --to ${to}\``,
    ];
  if (live.serving === null)
    return [
      `${AliasRef.key(ref)} points at version ${served}, which cannot be found: choose one with \`${rollback} --to ${to}\``,
    ];
  return [];
}

function mismatches({ spec, config, live }: FunctionPlan): string[] {
  if (live.serving === null) return [];
  const served = live.serving.config;
  const pairs = [
    { what: 'role', from: served.role, to: config.role },
    { what: 'dead-letter queue', from: served.deadLetterQueue, to: config.deadLetterQueue },
  ];
  return pairs
    .filter(({ from, to }) => from !== to)
    .map(
      ({ what, from, to }) =>
        `${spec.key}: the versions have different values of ${what} (${from ?? 'none'} -> ${to ?? 'none'}), which Lambda refuses behind one alias: use --all-at-once`,
    );
}

function problemOfState({ spec, live, reuse }: FunctionPlan): string[] {
  if (live.latest === null) return missingToCreate({ spec, live });
  if (reuse !== null) return [];
  const { state, lastUpdate, because } = live.latest;
  if (state === 'Pending' || lastUpdate === 'InProgress')
    return [`${spec.name}: somebody updates it at this moment: wait until that is over`];
  if (state === 'Failed')
    return [
      `${spec.name} could not be created (${because ?? 'no reason given'}): delete it and deploy again`,
    ];
  return [];
}

/** An image brings its runtime and its handler along. */
function missingToCreate({ spec }: Pick<FunctionPlan, 'spec' | 'live'>): string[] {
  if (spec.manage === 'release')
    return [
      `${spec.name} does not exist yet, and \`manage: release\` leaves making it to another tool: let that run first`,
    ];
  const needed = spec.image === null ? (['runtime', 'handler', 'role'] as const) : (['role'] as const);
  const missing = needed.filter((key) => spec.config[key] === undefined);
  if (missing.length === 0) return [];
  const names = missing.map((key) => `\`${key}\``).join(', ');
  return [`${spec.name} does not exist yet and the project file gives no ${names} for ${spec.key}: add it`];
}
