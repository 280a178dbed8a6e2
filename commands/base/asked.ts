import { resolve } from 'node:path';
import { disk } from '../../src/compose/disk';
import { ShipitError } from '../../src/core/errors';
import { parseStrategy, type StrategyFlags } from '../../src/plan/flags';
import { readSavedPlan, type SavedPlan } from '../../src/plan/saved';

/** The flags of deploy that say what is released. */
export interface AskedFlags extends Omit<StrategyFlags, 'allAtOnce'> {
  readonly plan: string | undefined;
  readonly 'all-at-once': boolean | undefined;
  readonly 'from-alias': string | undefined;
  readonly 'no-gate': boolean | undefined;
  readonly reason: string | undefined;
  readonly confirm: string | undefined;
  readonly stage: string | undefined;
  readonly alias: string | undefined;
}

/** What a plan that was kept says too. */
export type Asked = Pick<SavedPlan, 'stage' | 'alias' | 'choice' | 'gated' | 'fromAlias'>;

/** What is released where: by the plan that was kept, or by the flags. */
export async function askedOf(
  flags: AskedFlags,
  names: readonly string[],
): Promise<{ saved: SavedPlan | null; asked: Asked }> {
  if (flags.plan === undefined) return { saved: null, asked: byFlags(flags) };
  const saved = await savedPlan(flags.plan);
  refuseBoth(saved, flags, names);
  return { saved, asked: saved };
}

function byFlags(flags: AskedFlags): Asked {
  const off = flags['no-gate'] ?? false;
  // A rollout that is named may have no steps either.
  const skips = off || flags['all-at-once'] || flags.rollout !== undefined;
  if (off && !flags.reason?.trim()) {
    throw new ShipitError('badFlag', '--no-gate needs --reason', {
      hint: 'Say why: --no-gate --reason "alarms are being moved".',
    });
  }
  if (!skips && flags.reason !== undefined) {
    throw new ShipitError('badFlag', '--reason goes with --no-gate, --all-at-once or --rollout', {
      hint: 'Leave --reason out.',
    });
  }
  const choice = parseStrategy({ ...flags, allAtOnce: flags['all-at-once'] });
  const { stage = null, alias = null, 'from-alias': fromAlias = null } = flags;
  return { stage, alias, choice, gated: !off, fromAlias };
}

async function savedPlan(path: string): Promise<SavedPlan> {
  const file = resolve(path);
  if ((await disk.files.stat(file))?.kind !== 'file')
    throw new ShipitError('badFlag', `--plan ${path}: there is no such file`, {
      hint: 'Make one with `shipit plan --out plan.json`.',
    });
  return readSavedPlan(Buffer.from(await disk.files.read(file)).toString('utf8'), path);
}

/** A plan says for which functions, stage and alias it is. */
function refuseBoth(saved: SavedPlan, flags: AskedFlags, names: readonly string[]): void {
  const other = [
    ...(names.length > 0 ? [`functions are named (${names.join(', ')})`] : []),
    ...(flags.stage !== undefined && flags.stage !== saved.stage ? [`--stage is ${flags.stage}`] : []),
    ...(flags.alias !== undefined && flags.alias !== saved.alias ? [`--alias is ${flags.alias}`] : []),
  ];
  if (other.length > 0)
    throw new ShipitError('badFlag', `--plan says already what is released where, and ${other.join(', ')}`, {
      hint: 'Leave that out, or leave --plan out.',
    });
}
