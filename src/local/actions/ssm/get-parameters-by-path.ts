/**
 * GetParametersByPath: docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html
 * @emulated
 */
import type { GetParametersByPathRequest, GetParametersByPathResult } from '@aws-sdk/client-ssm';
import { refusal } from '../../parameters/errors';
import { filtered, isBelow } from '../../parameters/filters';
import { latestOf } from '../../parameters/find';
import { pageOf } from '../../parameters/paging';
import { parameterView } from '../../parameters/views';
import type { Action } from '../../world';

const most = 10;

export const getParametersByPath: Action<GetParametersByPathRequest, GetParametersByPathResult> = (
  world,
  input,
) => {
  const { Path: path = '', Recursive: recursive = false } = input;
  if (!path.startsWith('/'))
    throw refusal.invalid(
      'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/". It can\'t be prefixed with "aws" or "ssm" (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward slash symbol "/". Valid example: /get/parameters2-/by1./path0_.',
    );
  const below = [...world.parameters.parameters.values()]
    .filter(({ name }) => isBelow(name, path, recursive))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = filtered(below, input.ParameterFilters, ['Type', 'KeyId', 'Label', 'DataType']);
  const { items, more } = pageOf(found, input, most);
  const views = items.map((parameter) =>
    parameterView(world, { parameter, version: latestOf(parameter), selector: null }, input.WithDecryption),
  );
  return { Parameters: views, ...more };
};
