/** What was typed behind a flag, as a value; a typo is refused here, before anything is opened. */
import type { LocalRequest, SessionRequest } from '../../src/compose';
import { ShipitError } from '../../src/core/errors';

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
