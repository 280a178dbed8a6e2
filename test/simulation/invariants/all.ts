import type { Invariant, Played } from '../played';
import { neverLost, onlyTheSilent, ownerAlive, ownerKilled } from './alive';
import { neverBlocked, rollbackTarget } from './back';
import { failClosed, oneFate } from './closed';
import { itEnds, noOrphans } from './ends';
import { boundedExposure, everyStepBakes, evidenceFirst } from './exposure';
import { everyGateAsked } from './gates';
import { keptVersions, sameDigest } from './made';
import { everyWriteTold, refusalsAreSilent, secretsStayIn } from './told';
import { foreignWins, singleWriter } from './writer';

const invariants: readonly Invariant[] = [
  singleWriter,
  boundedExposure,
  everyStepBakes,
  everyGateAsked,
  rollbackTarget,
  evidenceFirst,
  failClosed,
  foreignWins,
  neverBlocked,
  sameDigest,
  keptVersions,
  everyWriteTold,
  refusalsAreSilent,
  secretsStayIn,
  oneFate,
  ownerAlive,
  ownerKilled,
  neverLost,
  onlyTheSilent,
  noOrphans,
  itEnds,
];

/** Sentences that are not true; empty when all of them hold. L6 needs more than one play. */
export const violations = (played: Played): string[] => invariants.flatMap((invariant) => invariant(played));
