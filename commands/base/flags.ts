import { Flags } from '@oclif/core';
import type { LocalRequest, SessionRequest } from '../../src/compose';
import { ShipitError } from '../../src/core/errors';

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

interface AwsFlags {
  readonly config: string | undefined;
  readonly region: string | undefined;
  readonly profile: string | undefined;
  readonly local: boolean | undefined;
  readonly port: string | undefined;
  readonly speed: string | undefined;
}

export function sessionRequest(flags: AwsFlags): SessionRequest {
  const { config = null, profile = null, region = null } = flags;
  if (region !== null && !/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(region)) {
    throw new ShipitError('badFlag', `--region ${region}: that is no region`, {
      hint: 'Write it as --region eu-west-1.',
    });
  }
  return { config, profile, region, local: flags.local ? localRequest(flags) : null };
}

export function localRequest({
  port,
  speed,
}: {
  port: string | undefined;
  speed: string | undefined;
}): LocalRequest {
  return {
    port:
      port === undefined
        ? null
        : within(port, { flag: '--port', least: 0, most: 65_535, example: '--port 4580' }),
    speed:
      speed === undefined
        ? null
        : within(speed, { flag: '--speed', least: 1, most: 1000, example: '--speed 60' }),
  };
}

interface Bounds {
  readonly flag: string;
  readonly least: number;
  readonly most: number;
  readonly example: string;
}

function within(text: string, { flag, least, most, example }: Bounds): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new ShipitError('badFlag', `${flag} ${text}: that is no whole number from ${least} to ${most}`, {
    hint: `Write it as ${example}.`,
  });
}

/** `10/s` is ten requests a second. */
export function requestsPerSecond(text: string): number {
  const value = /^\d{1,5}(\.\d{1,3})?\/s$/.test(text) ? Number(text.slice(0, -2)) : Number.NaN;
  if (value > 0 && value <= 10_000) return value;
  throw new ShipitError('badFlag', `--traffic ${text}: that is no rate above 0 and up to 10000/s`, {
    hint: 'Write it as --traffic 10/s.',
  });
}
