/**
 * ListFunctionUrlConfigs: docs.aws.amazon.com/lambda/latest/api/API_ListFunctionUrlConfigs.html. Those of the function and of its aliases.
 * @emulated
 */
import type { ListFunctionUrlConfigsRequest, ListFunctionUrlConfigsResponse } from '@aws-sdk/client-lambda';
import { refusal } from '../../lambda/errors';
import { parseName } from '../../lambda/names';
import { nextMarker, pageOf } from '../../lambda/paging';
import { urlView } from '../../lambda/urls';
import type { Action } from '../../world';

export const listFunctionUrlConfigs: Action<ListFunctionUrlConfigsRequest, ListFunctionUrlConfigsResponse> = (
  world,
  input,
) => {
  const entry = world.functions.entries.get(parseName(world, { FunctionName: input.FunctionName }).name);
  if (!entry) throw refusal.missing('Function does not exist');
  const { items, next } = pageOf([...entry.urls], input);
  const arnOf = (key: string): string => (key === '$LATEST' ? entry.arn : `${entry.arn}:${key}`);
  return {
    FunctionUrlConfigs: items.map(([key, url]) => urlView(url, arnOf(key))),
    ...nextMarker(next),
  };
};
