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
