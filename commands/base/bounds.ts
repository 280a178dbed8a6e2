import { ShipitError } from '../../src/core/errors';

interface Bounds {
  readonly flag: string;
  readonly least: number;
  readonly most: number;
  readonly example: string;
}

/** A whole number as it was typed. */
export function within(text: string, { flag, least, most, example }: Bounds): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new ShipitError('badFlag', `${flag} ${text}: that is no whole number from ${least} to ${most}`, {
    hint: `Write it as ${example}.`,
  });
}
