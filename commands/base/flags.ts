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
    env: 'SHIPIT_CONFIG',
  }),
  stage: Flags.string({
    description: 'a stage of the project file; default: none, the file without its stages',
    helpValue: '<stage>',
    env: 'SHIPIT_STAGE',
  }),
};

export const awsFlags = {
  ...projectFlags,
  region: Flags.string({
    description: 'the AWS region; default: the project file, then AWS_REGION',
    helpValue: '<region>',
    env: 'SHIPIT_REGION',
  }),
  profile: Flags.string({
    description: 'a profile of the AWS configuration; default: the project file, then AWS_PROFILE',
    helpValue: '<name>',
    env: 'SHIPIT_PROFILE',
  }),
  alias: Flags.string({
    description: 'the alias of every function, instead of those in the project file',
    helpValue: '<alias>',
    env: 'SHIPIT_ALIAS',
  }),
  local: Flags.boolean({ description: 'the local AWS instead of AWS' }),
  port: Flags.string({
    description: 'where the local AWS listens; default: 4580; 0 for any free port',
    helpValue: '<port>',
    dependsOn: ['local'],
  }),
  speed: Flags.string({
    description: 'world seconds a second in the local AWS, 1 to 1000; default: 1',
    helpValue: '<n>',
    dependsOn: ['local'],
  }),
};
