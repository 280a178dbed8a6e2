/** One release of one alias, in the places a test wants it. */
import type { AliasState, AliasTarget } from '../../src/core/lambda';
import { Ulid } from '../../src/core/ulid';
import { Percent } from '../../src/core/values';
import { AliasTargets, type Course, type Owner, type Versions } from '../../src/release/alias';

const startMs = Date.UTC(2026, 10, 20, 12, 0, 0);
const startS = startMs / 1000;
export const release = Ulid.of(startMs, Array(16).fill(1));
export const otherRelease = Ulid.of(startMs + 60_000, Array(16).fill(2));
export const live = { functionName: 'orders-api', alias: 'live' };

export const owner: Owner = {
  release,
  epoch: startS,
  nonce: '01234567',
  leader: '89abcdef',
  plan: 'fedcba98',
  by: 'ann@laptop',
  leaseS: 120,
  until: null,
};

export const versions: Versions = { baseline: '2', candidate: '3', previous: '1' };

export const course = (weight: number, change: Partial<Course>): Course => ({
  step: 1,
  weight: Percent.of(weight),
  phase: weight === 100 ? 'promoted' : 'bake',
  dueS: startS + 600,
  leaseUntilS: startS + 120,
  ...change,
});

export const open = (weight: number, userText: string): AliasTarget =>
  AliasTargets.open({ owner, versions, course: course(weight, {}), wish: null, userText });

export const done = (version: string, previous: string | null, epoch: number): AliasTarget =>
  AliasTargets.done({ release, epoch, version, previous, bad: null }, '');

export const state = (target: AliasTarget, revisionId: string): AliasState => ({ ...target, revisionId });
