/** Removes everything that the suite has made, also what an earlier run of the same name left. */
import { DeleteAlarmsCommand, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DeleteLogGroupCommand, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DeleteRepositoryCommand, DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import {
  DeleteFunctionCommand,
  DeleteLayerVersionCommand,
  ListFunctionsCommand,
  ListLayersCommand,
} from '@aws-sdk/client-lambda';
import type { Context } from './context';

export async function sweep(context: Context): Promise<void> {
  await sweepFunctions(context);
  await sweepLayers(context);
  await sweepAlarms(context);
  await sweepLogs(context);
  await sweepRepositories(context);
}

async function sweepFunctions({ lambda, place }: Context): Promise<void> {
  const names: string[] = [];
  let marker: string | undefined;
  for (let page = 0; page < 100; page += 1) {
    const { Functions = [], NextMarker } = await lambda.send(new ListFunctionsCommand({ Marker: marker }));
    for (const { FunctionName = '' } of Functions)
      if (FunctionName.startsWith(place.prefix)) names.push(FunctionName);
    marker = NextMarker;
    if (!marker) break;
  }
  for (const name of names) await lambda.send(new DeleteFunctionCommand({ FunctionName: name }));
}

async function sweepLayers({ lambda, place }: Context): Promise<void> {
  const { Layers = [] } = await lambda.send(new ListLayersCommand({}));
  for (const { LayerName = '', LatestMatchingVersion } of Layers)
    if (LayerName.startsWith(place.prefix))
      for (let version = LatestMatchingVersion?.Version ?? 0; version > 0; version -= 1)
        await lambda.send(new DeleteLayerVersionCommand({ LayerName, VersionNumber: version }));
}

async function sweepAlarms({ cloudwatch, place }: Context): Promise<void> {
  const { MetricAlarms = [], CompositeAlarms = [] } = await cloudwatch.send(
    new DescribeAlarmsCommand({
      AlarmNamePrefix: place.prefix,
      AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
    }),
  );
  for (const { AlarmName = '' } of [...CompositeAlarms, ...MetricAlarms])
    await cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: [AlarmName] }));
}

async function sweepLogs({ logs, place }: Context): Promise<void> {
  for (const logGroupNamePrefix of [`/aws/lambda/${place.prefix}`, place.prefix]) {
    const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix }));
    for (const { logGroupName } of logGroups) await logs.send(new DeleteLogGroupCommand({ logGroupName }));
  }
}

async function sweepRepositories({ ecr, place }: Context): Promise<void> {
  const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({ maxResults: 1000 }));
  for (const { repositoryName = '' } of repositories)
    if (repositoryName.startsWith(place.prefix))
      await ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
}
