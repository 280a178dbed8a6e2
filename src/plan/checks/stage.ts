import type { Stage } from '../../config/project';
import { ShipitError } from '../../core/errors';
import { type Check, Plans } from './check';

/** Whoever names one stage and has chosen another, or none, is about to write where it was not meant. */
export function refuseOtherStage(confirm: string | null, chosen: Stage | null): void {
  if (confirm === null || confirm === chosen?.name) return;
  const where = chosen === null ? 'no stage was chosen' : `the stage is ${chosen.name}`;
  throw new ShipitError('badFlag', `--confirm ${confirm}: ${where}`, {
    hint: 'Choose the stage with --stage, and name the same one with --confirm.',
  });
}

/** A protected stage is not released to by a slip of the hand, nor without anybody watching, unless somebody says why. */
export const stage: Check = {
  title: 'the stage is meant',
  code: 'refused',
  run({ plan, options: { protection } }) {
    if (protection === null) return { problems: [], warnings: [] };
    const { stage: name, confirmed, asks, reason, allAtOnce } = protection;
    const skips = [...(allAtOnce ? ['--all-at-once'] : []), ...(plan.gated ? [] : ['--no-gate'])];
    const isSkipping = skips.length > 0 && reason === null && Plans.changing(plan).length > 0;
    return {
      problems: [
        ...(confirmed === name || (confirmed === null && asks)
          ? []
          : [`stage ${name} is protected: name it with --confirm ${name}`]),
        ...(isSkipping ? [`stage ${name} is protected: ${skips.join(' and ')} needs --reason`] : []),
      ],
      warnings: [],
    };
  },
};
