import type { OpenRecord } from '../../core/record';
import { Ulid } from '../../core/ulid';
import { AliasRef, Digest, Duration } from '../../core/values';
import type { FunctionPlan, Plan } from '../plan';
import { type Check, Plans } from './check';

/** An open record is somebody's lock. */
export const owners: Check = {
  title: 'no rollout of others',
  code: 'owned',
  run: ({ plan, ports }) => ({
    problems: Plans.updating(plan).flatMap(({ ref, live: { record } }) =>
      record.kind === 'open'
        ? [`${AliasRef.key(ref)}: ${describe(plan, record.record, ports.clock.nowMs())}`]
        : [],
    ),
    warnings: [],
  }),
};

export const splits: Check = {
  title: 'no unowned split',
  code: 'unownedSplit',
  run: ({ plan }) => ({ problems: Plans.updating(plan).flatMap(problemOfSplit), warnings: [] }),
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

function problemOfSplit({ ref, live: { alias, record } }: FunctionPlan): string[] {
  if (!alias?.additional || record.kind === 'open' || record.kind === 'unreadable') return [];
  const { version, weight } = alias.additional;
  return [
    `${AliasRef.key(ref)} sends ${weight}% to version ${version} and the rest to ${alias.version}, and no release of shipit did that: decide with \`shipit rollback --to ${ref.functionName}@${alias.version}\``,
  ];
}

/** Who, which release, since when, and whether anybody still keeps it. */
function describe(plan: Plan, record: OpenRecord, nowMs: number): string {
  const age = Duration.format(seconds(nowMs - Ulid.timeMs(record.release)));
  const who = `${record.by} rolls out release ${record.release.slice(-6)}, begun ${age} ago`;
  const lease = leaseOf(plan, record);
  if (lease === null)
    return `${who}; another alias of that release holds its lease: wait, or end it with \`shipit rollback\``;
  if (lease > nowMs)
    return `${who}, lease until ${new Date(lease).toISOString()}: wait, or end it with \`shipit rollback\``;
  return `${who}, and its lease is over, so its owner seems dead: \`shipit rollback\` ends it`;
}

/** Only the leader's lease is renewed: a follower's stands still while its owner lives. Null when the leader is not in the plan. */
function leaseOf(plan: Plan, record: OpenRecord): number | null {
  const leader = plan.functions.find(({ ref }) => Digest.short(AliasRef.key(ref)) === record.leader);
  const held = leader?.live.record;
  if (held?.kind !== 'open' || held.record.release !== record.release) return null;
  return held.record.leaseUntilS * 1000;
}

const seconds = (ms: number): Duration => Duration.of(Math.max(0, Math.round(ms / 1000)) * 1000);
