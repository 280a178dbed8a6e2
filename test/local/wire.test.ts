import {
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { ListFunctionsCommand, ListLayersCommand } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { openLocalAws } from './world';

test('x', async () => {
  const aws = await openLocalAws();
  console.log(await aws.sts.send(new GetCallerIdentityCommand({})));
  console.log(await aws.lambda.send(new ListFunctionsCommand({})));
  console.log(
    await aws.lambda
      .send(new ListLayersCommand({}))
      .catch((e) => ({ n: e.name, m: e.message, s: e.$metadata })),
  );
  console.log(await aws.cloudwatch.send(new DescribeAlarmsCommand({})));
  console.log(
    await aws.cloudwatch
      .send(new SetAlarmStateCommand({ AlarmName: 'x', StateValue: 'OK', StateReason: 'x' }))
      .catch((e) => e),
  );
  await aws.close();
});
