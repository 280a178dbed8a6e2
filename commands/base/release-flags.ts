import { Flags } from '@oclif/core';
import { grouped } from './grouped';

/** How traffic moves; the flags of deploy, and of plan, which shows it beforehand. */
export const strategyFlags = grouped('rollout', {
  canary: Flags.string({ description: 'one step, then everything', helpValue: '10%[/10m]' }),
  linear: Flags.string({ description: 'equal steps', helpValue: '10%/1m' }),
  steps: Flags.string({ description: 'any steps; 100% follows the last', helpValue: '1%/5m,25%/10m' }),
  'all-at-once': Flags.boolean({ description: 'no steps' }),
  rollout: Flags.string({
    description: 'a rollout of the project file, or one of the words of CodeDeploy',
    helpValue: '<name>',
  }),
  bake: Flags.string({
    description: 'how long each step is watched; default: what the named rollout says, else 10m',
    helpValue: '10m',
  }),
});

/** What is released. */
export const releaseFlags = grouped('source', {
  'from-alias': Flags.string({
    description: 'roll out the version that this alias serves, instead of building',
    helpValue: '<alias>',
  }),
  artifacts: Flags.string({
    description: 'take what build --out wrote into this folder, instead of building',
    helpValue: '<folder>',
    exclusive: ['from-alias'],
  }),
  drift: Flags.boolean({
    description:
      'read every declared setting and role: shows, and with deploy puts back, what somebody else changed',
    exclusive: ['from-alias'],
  }),
});
