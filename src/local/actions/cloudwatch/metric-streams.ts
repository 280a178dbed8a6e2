/** What the operations on metric streams share. */
import type { MetricStreamEntry } from '@aws-sdk/client-cloudwatch';
import type { MetricStream } from '../../monitors/book';
import type { World } from '../../world';
import { insist, required, within } from './constraints';

type Place = Pick<World, 'account' | 'region'>;

export const streamArn = ({ account, region }: Place, name: string): string =>
  `arn:aws:cloudwatch:${region}:${account}:metric-stream/${name}`;

export function streamView(place: Place, { definition, ...stream }: MetricStream): MetricStreamEntry {
  return {
    Arn: streamArn(place, definition.Name ?? ''),
    CreationDate: new Date(stream.createdMs),
    LastUpdateDate: new Date(stream.updatedMs),
    Name: definition.Name,
    FirehoseArn: definition.FirehoseArn,
    State: stream.running ? 'running' : 'stopped',
    OutputFormat: definition.OutputFormat,
  };
}

/** Names that do not exist are passed over. */
export function setRunning(
  { monitors }: Pick<World, 'monitors'>,
  names: readonly string[] | undefined,
  running: boolean,
): object {
  insist([required('names', names), within('names', names, [1, 1000])]);
  for (const name of names ?? []) {
    const stream = monitors.streams.get(name);
    if (stream) stream.running = running;
  }
  return {};
}
