import { Flags } from '@oclif/core';
import { awsFlags } from './flags';
import { strategyFlags } from './release-flags';

/** Of every command that asks something of a release under way. */
export const controlFlags = {
  ...awsFlags,
  release: Flags.string({
    description: 'the release that is meant, by the end of its id; default: the one that moves',
    helpValue: '<id>',
  }),
};

/** Of those that may have to go on with it themselves: how it was asked for, since its course must be the same. */
export const takeOverFlags = {
  ...controlFlags,
  ...strategyFlags,
  'no-gate': Flags.boolean({ description: 'it was begun with --no-gate' }),
};

/** How one that asked for something may end, and has perhaps driven the rest. */
export const takeOverExits = {
  2: 'Refused: no release moves, several may be meant, or that cannot be done now.',
  0: 'Obeyed; where it drove the rest itself: promoted.',
  3: 'It drove the rest itself, and that was rolled back or aborted.',
  4: 'It drove the rest itself, and lost an alias to somebody else.',
  5: 'It drove the rest itself, and an alias could not be restored.',
  6: 'Asked, and not obeyed yet.',
  130: 'Ctrl-C while it drove the rest; the aliases were restored.',
  143: 'Terminated while it drove the rest; the aliases were restored.',
};
