/**
 * PutMetricStream: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricStream.html
 * @stored Nothing is sent to Firehose.
 */
import type { PutMetricStreamCommandInput, PutMetricStreamOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { streamArn } from './metric-streams';

const formats = ['json', 'opentelemetry0.7', 'opentelemetry1.0'];

/** Of a stream that exists everything is overwritten but whether it runs. */
export function putMetricStream(
  world: Pick<World, 'monitors' | 'clock' | 'account' | 'region'>,
  input: PutMetricStreamCommandInput,
): PutMetricStreamOutput {
  const { Name: name = '', IncludeFilters, ExcludeFilters } = input;
  insist([
    required('name', input.Name),
    within('name', input.Name, [1, 255]),
    within('firehoseArn', input.FirehoseArn, [1, 1024]),
    within('roleArn', input.RoleArn, [1, 1024]),
    oneOf('outputFormat', input.OutputFormat, formats),
  ]);
  for (const member of ['FirehoseArn', 'RoleArn', 'OutputFormat'] as const)
    if (!input[member]) throw cloudWatchError('missing', `The parameter ${member} is required.`);
  if (IncludeFilters?.length && ExcludeFilters?.length)
    throw cloudWatchError(
      'invalidCombination',
      'The parameters IncludeFilters and ExcludeFilters are mutually exclusive and you have specified both.',
    );
  const updatedMs = world.clock.nowMs();
  const { streams } = world.monitors;
  const existing = streams.get(name);
  const createdMs = existing?.createdMs ?? updatedMs;
  streams.set(name, { definition: input, createdMs, updatedMs, running: existing?.running ?? true });
  return { Arn: streamArn(world, name) };
}
