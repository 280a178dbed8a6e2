/** What was typed behind a flag, as a value; a typo is refused here, before anything is opened. */
import type { FileRequest, SessionRequest } from '../../src/compose';
import type { LocalRequest } from '../../src/compose/world';
import { ShipitError } from '../../src/core/errors';
import { within } from './bounds';

interface FileFlags {
  readonly config: string | undefined;
  readonly stage: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly alias?: string | undefined;
}

export interface AwsFlags extends FileFlags {
  readonly local: boolean | undefined;
  readonly port: string | undefined;
  readonly speed: string | undefined;
}

export function sessionRequest(flags: AwsFlags): SessionRequest {
  return { ...fileRequest(flags), local: flags.local ? localRequest(flags) : null };
}

/** What decides how the project file is read; a command that does not take one of the flags leaves it out. */
export function fileRequest(flags: FileFlags): FileRequest {
  const { config = null, stage = null, region = null, profile = null, alias = null } = flags;
  if (region !== null && !/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(region)) {
    throw new ShipitError('badFlag', `--region ${region}: that is no region`, {
      hint: 'Write it as --region eu-west-1.',
    });
  }
  if (alias !== null && !/^(?!\d+$)[\w-]{1,128}$/.test(alias)) {
    throw new ShipitError('badFlag', `--alias ${alias}: that is no name of an alias`, {
      hint: 'Letters, digits, - and _, not digits alone: --alias live.',
    });
  }
  return { config, stage, region, profile, alias };
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

/** `10/s` is ten requests a second. */
export function requestsPerSecond(text: string): number {
  const value = /^\d{1,5}(\.\d{1,3})?\/s$/.test(text) ? Number(text.slice(0, -2)) : Number.NaN;
  if (value > 0 && value <= 10_000) return value;
  throw new ShipitError('badFlag', `--traffic ${text}: that is no rate above 0 and up to 10000/s`, {
    hint: 'Write it as --traffic 10/s.',
  });
}
