import { Secret } from '../core/secret';
import { Duration } from '../core/values';
import { addressFlaw } from './address-rules';
import { journalOf } from './announced';
import type { Path } from './places';
import type { Problem } from './problem';
import type { Channel } from './schema.gen';
import { nameAt } from './source';
import type { View } from './view';
import { watchProblems } from './watch-rules';

/** What the schema cannot say about what holds for a release as a whole. */
export function releaseProblems({ draft, source }: View): Problem[] {
  const named = (path: Path): string => nameAt(source.value, path);
  const problem = (path: Path, { what, hint }: { what: string; hint: string }): Problem => ({
    at: source.at(path),
    what: `${named(path)}: ${what}`,
    hint,
  });
  const noTime = (path: Path, text: string | undefined): Problem[] =>
    text === undefined || Duration.parse(text) !== 0
      ? []
      : [problem(path, { what: `\`${text}\` leaves no time to wait`, hint: 'write a longer time' })];
  return [
    ...watchProblems(draft.alarms, { at: source.at, named }),
    ...noTime(['holdFor'], draft.holdFor),
    ...noTime(['guard', 'holdFor'], draft.guard?.holdFor),
    ...(draft.journal == null ? [] : bucketFlaws(journalOf(draft.journal).bucket)).map((what) =>
      problem(['journal'], { what, hint: 'write `s3://bucket/prefix`' }),
    ),
    ...bucketFlaws(draft.artifacts?.bucket ?? null).map((what) =>
      problem(['artifacts', 'bucket'], { what, hint: 'write the name of a bucket that is there' }),
    ),
    ...(draft.notifications ?? []).flatMap((channel, index) =>
      channelFlaws(channel).map(({ key, ...flaw }) => problem(['notifications', index, key], flaw)),
    ),
  ];
}

/** Amazon S3 User Guide, "General purpose bucket naming rules". */
function bucketFlaws(bucket: string | null): string[] {
  if (bucket === null) return [];
  const isWrong =
    bucket.includes('..') ||
    /^\d{1,3}(\.\d{1,3}){3}$/.test(bucket) ||
    /^(xn--|sthree-|amzn-s3-demo-)/.test(bucket) ||
    /(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(bucket);
  return isWrong ? [`\`${bucket}\` cannot be the name of a bucket`] : [];
}

/** The address is not repeated: whoever knows it can post there. */
function channelFlaws(channel: Channel): { key: string; what: string; hint: string }[] {
  const key = 'slack' in channel ? 'slack' : 'webhook';
  const url: string | Secret | null =
    'slack' in channel ? channel.slack : 'webhook' in channel ? channel.webhook : null;
  const flaw = url === null ? null : addressFlaw(Secret.reveal(url));
  return flaw === null ? [] : [{ key, ...flaw }];
}
