/**
 * GetParameterHistory: docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameterHistory.html
 * @emulated
 */
import type { GetParameterHistoryRequest, GetParameterHistoryResult } from '@aws-sdk/client-ssm';
import { findParameter } from '../../parameters/find';
import { pageOf } from '../../parameters/paging';
import { historyView, shown } from '../../parameters/views';
import type { Action } from '../../world';

const most = 50;

export const getParameterHistory: Action<GetParameterHistoryRequest, GetParameterHistoryResult> = (
  world,
  input,
) => {
  const { name, versions } = findParameter(world, input.Name);
  const { items, more } = pageOf(versions, input, most);
  const views = items.map((version) => ({
    ...historyView(world, name, version),
    Value: shown(version, input.WithDecryption),
    Labels: [...version.labels],
  }));
  return { Parameters: views, ...more };
};
