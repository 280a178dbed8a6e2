/** What has tags, by ARN. */
import { find } from '../../alarms/composite';
import type { CloudWatchWorld } from '../../alarms/transition';
import { insist, required, within } from './constraints';
import { cloudWatchError } from './errors';

interface Tagged {
  tags: Readonly<{ [key: string]: string }>;
}

export function taggedAt(world: CloudWatchWorld, arn: string | undefined): Tagged {
  insist([required('resourceARN', arn), within('resourceARN', arn, [1, 1024])]);
  const text = arn ?? '';
  if (!/^arn:[^:]+:cloudwatch:[^:]*:[^:]*:.+/s.test(text))
    throw cloudWatchError('invalidValue', `Invalid arn syntax: ${text}`);
  const entry = find(world.alarms, text.slice(text.indexOf(':alarm:') + ':alarm:'.length));
  if (entry?.arn !== text) throw cloudWatchError('noResource', 'The named resource does not exist.');
  return entry;
}
