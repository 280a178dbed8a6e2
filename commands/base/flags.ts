import { Flags } from '@oclif/core';

/** Flags without defaults, so that the project file can win. */
export const viewFlags = {
  json: Flags.boolean({ description: 'one JSON event a line on stdout, and nothing else there' }),
  plain: Flags.boolean({ description: 'timestamped lines instead of the live view' }),
};

export const projectFlags = {
  ...viewFlags,
  config: Flags.string({
    description: 'the project file; default: lambda.config.yaml here or above',
    helpValue: '<file>',
  }),
};

export const awsFlags = {
  ...projectFlags,
  region: Flags.string({
    description: 'AWS region; default: the project file, then AWS_REGION',
    helpValue: '<region>',
  }),
  profile: Flags.string({ description: 'profile of the AWS configuration', helpValue: '<name>' }),
  local: Flags.boolean({ description: 'the local AWS instead of AWS' }),
  port: Flags.string({
    description: 'port of the local AWS (4580)',
    helpValue: '<port>',
    dependsOn: ['local'],
  }),
  speed: Flags.string({
    description: 'world seconds a second in the local AWS (1)',
    helpValue: '<n>',
    dependsOn: ['local'],
  }),
};

/** How traffic moves; the flags of deploy, and of plan, which shows it beforehand. */
export const strategyFlags = {
  canary: Flags.string({ description: 'one step, then all', helpValue: '10%[/10m]' }),
  linear: Flags.string({ description: 'equal steps', helpValue: '10%/1m' }),
  steps: Flags.string({ description: 'any steps', helpValue: '1%/5m,25%/10m' }),
  'all-at-once': Flags.boolean({ description: 'no steps' }),
  rollout: Flags.string({
    description: 'a rollout of the project file, or a preset of CodeDeploy',
    helpValue: '<name>',
  }),
  bake: Flags.string({ description: 'how long a step is watched', helpValue: '10m' }),
};
