/** One process is immune, and the others break for good: whatever they left behind comes to its end. */
import { createChance } from '../../src/core/chance';
import { type Script, scriptOf } from './script';

/** Of the seed's own script, what can be healed: strangers and deleted things are not. */
export function livenessScript(seed: number): Script {
  const script = scriptOf(seed);
  const chance = createChance(Math.imul(seed, 104_729) + 7);
  const atMs = chance() * 600_000;
  const refusal = { kind: 'expired', fromMs: atMs, untilMs: Number.POSITIVE_INFINITY, calls: null } as const;
  const ends = [
    { kind: 'crash', atMs },
    { kind: 'freeze', atMs, forMs: 5 * 3_600_000 },
  ] as const;
  const how = Math.floor(chance() * 3);
  const end = ends[how];
  return {
    ...script,
    troubles: [
      ...script.troubles.filter(({ kind }) => kind === 'rival' || kind === 'jump' || kind === 'wish'),
      ...(end ? [end] : []),
    ],
    refusals: end ? [] : [refusal],
    quietFromMs: atMs,
    takeover: chance() < 0.5 ? 'deploy' : 'attach',
  };
}
