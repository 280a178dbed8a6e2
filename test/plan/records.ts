import type { DoneRecord, OpenRecord } from '../../src/core/record';
import { Ulid } from '../../src/core/ulid';
import { AliasRef, Digest } from '../../src/core/values';
import { live, nowMs } from './scene';

/** A release that began three minutes ago. */
export const release = Ulid.of(nowMs - 180_000, Array(16).fill(7));

export const openRecord: OpenRecord = {
  state: 'open',
  release,
  epoch: 1,
  owner: '01234567',
  leader: Digest.short(AliasRef.key(live)),
  baseline: '1',
  candidate: null,
  previous: null,
  step: 0,
  weight: 0,
  phase: 'claim',
  dueS: nowMs / 1000,
  leaseUntilS: nowMs / 1000 + 60,
  leaseS: 120,
  until: null,
  plan: '89abcdef',
  wish: null,
  by: 'ann@laptop',
};

export const doneRecord: DoneRecord = {
  state: 'done',
  release,
  epoch: 1,
  version: '1',
  previous: null,
  bad: null,
};
