/** What was typed about a release under way, or about where one shall stop. */
import { ShipitError } from '../../src/core/errors';
import { Duration, Percent } from '../../src/core/values';

/** The end of a release's id, as it is shown; null when it was not typed. */
export function releaseSuffix(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[0-9A-HJKMNP-TV-Z]{4,26}$/i.test(text)) return text.toUpperCase();
  throw new ShipitError('badFlag', `--release ${text}: that is no id of a release`, {
    hint: 'Write its last six characters, as they are shown: --release 3F7K2M.',
  });
}

export function stepNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new ShipitError('badFlag', `--step ${text}: that is no number of a step`, {
    hint: 'Steps count from 1: --step 1.',
  });
}

/** Which steps there are is known once there is a plan. */
export function untilWeight(text: string): Percent {
  const weight = Percent.parse(text);
  if (weight !== null && weight > 0 && weight < 100) return weight;
  throw new ShipitError('badFlag', `--until ${text}: that is no weight from 0.1% to 99.9%`, {
    hint: 'Write it as --until 10%.',
  });
}

/** No longer than a rollout may take. */
export function holdTime(text: string): Duration {
  const time = Duration.parse(text);
  if (time !== null && time > 0 && time <= longestHoldMs) return time;
  throw new ShipitError('badFlag', `--hold-for ${text}: that is no time up to 48h`, {
    hint: 'Write it as --hold-for 2h.',
  });
}

const longestHoldMs = 48 * 3_600_000;
