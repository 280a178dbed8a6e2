import { Flags } from '@oclif/core';
import { grouped } from './grouped';

/** Flags without defaults, so that the project file can win. */
export const viewFlags = grouped('output', {
  json: Flags.boolean({ description: 'one JSON event a line on stdout, and nothing else there' }),
  plain: Flags.boolean({ description: 'timestamped lines instead of the live view' }),
  'log-file': Flags.string({
    description: 'add every event to this file as well, one JSON line each',
    helpValue: '<file>',
    env: 'SHIPIT_LOG_FILE',
  }),
  quiet: Flags.boolean({
    description: 'warnings, errors and the last word alone',
    exclusive: ['verbose', 'debug'],
  }),
  verbose: Flags.boolean({ description: 'each call to AWS as well, with its time and request id' }),
  debug: Flags.boolean({
    description: 'as verbose, with what was asked and where errors came from; never a secret',
  }),
});

export const projectFlags = {
  ...viewFlags,
  ...grouped('project', {
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
  }),
};

export const awsFlags = {
  ...projectFlags,
  ...grouped('AWS', {
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
  }),
  ...grouped('local AWS', {
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
  }),
};
