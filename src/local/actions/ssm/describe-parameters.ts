/**
 * DescribeParameters: docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html
 * @emulated
 */
import type { DescribeParametersRequest, DescribeParametersResult } from '@aws-sdk/client-ssm';
import { filtered } from '../../parameters/filters';
import { latestOf } from '../../parameters/find';
import { arnOf } from '../../parameters/names';
import { pageOf } from '../../parameters/paging';
import { historyView } from '../../parameters/views';
import type { Action } from '../../world';

const most = 50;
const keys = ['Path', 'Name', 'Tier', 'Type', 'KeyId', 'Label', 'DataType'];

export const describeParameters: Action<DescribeParametersRequest, DescribeParametersResult> = (
  world,
  input,
) => {
  const all = [...world.parameters.parameters.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const older = input.Filters?.map(({ Key, Values }) => ({ Key, Option: 'BeginsWith', Values }));
  const found = filtered(all, [...(older ?? []), ...(input.ParameterFilters ?? [])], keys);
  const { items, more } = pageOf(found, input, most);
  const views = items.map((parameter) => ({
    ...historyView(world, parameter.name, latestOf(parameter)),
    ARN: arnOf(world, parameter.name),
  }));
  return { Parameters: views, ...more };
};
