/**
 * ListVersionsByFunction: docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html. $LATEST first, and no states.
 * @emulated
 */
import type { ListVersionsByFunctionRequest, ListVersionsByFunctionResponse } from '@aws-sdk/client-lambda';
import { findFunction, versionsOf } from '../../lambda/find';
import { parseUnqualified } from '../../lambda/names';
import { nextMarker, pageOf } from '../../lambda/paging';
import { settingsOf } from '../../lambda/view';
import type { Action } from '../../world';

export const listVersionsByFunction: Action<ListVersionsByFunctionRequest, ListVersionsByFunctionResponse> = (
  world,
  input,
) => {
  const entry = findFunction(world, parseUnqualified(world, input));
  const { items, next } = pageOf(versionsOf(entry), input);
  const Versions = items.map((version) => settingsOf(entry, version, `${entry.arn}:${version.version}`));
  return { Versions, ...nextMarker(next) };
};
