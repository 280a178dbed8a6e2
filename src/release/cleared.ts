/** What a refusal says when the release that stood in the way was ended before it: something was written, though not for this one. */
import { ShipitError } from '../core/errors';
import type { EventOf } from '../core/events';

type Finished = EventOf<'release.finished'>;

/** Anything that is no refusal stays what it is. */
export function despite(error: unknown, { release, outcome }: Finished): unknown {
  if (!(error instanceof ShipitError)) return error;
  const { code, message, problems, faults, hint } = error;
  const end = outcome === 'promoted' ? 'was carried to its end' : 'was taken back';
  const before = `before that, release ${release?.slice(-6)}, whose owner was gone, ${end}`;
  return new ShipitError(code, ofThisOne(message), {
    problems: [...(problems.length > 0 ? problems : [ofThisOne(message)]), before],
    faults,
    hint: ofThisOne(hint),
    cause: error,
  });
}

const ofThisOne = (text: string): string =>
  text
    .replace('Nothing was written.', 'Of this release, nothing was written.')
    .replace('before anything was written', 'before anything of this release was written');
