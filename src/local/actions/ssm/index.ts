/** Every Systems Manager operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { addTagsToResource } from './add-tags-to-resource';
import { deleteParameter } from './delete-parameter';
import { deleteParameters } from './delete-parameters';
import { describeParameters } from './describe-parameters';
import { getParameter } from './get-parameter';
import { getParameterHistory } from './get-parameter-history';
import { getParameters } from './get-parameters';
import { getParametersByPath } from './get-parameters-by-path';
import { labelParameterVersion } from './label-parameter-version';
import { listTagsForResource } from './list-tags-for-resource';
import { putParameter } from './put-parameter';
import { removeTagsFromResource } from './remove-tags-from-resource';
import { unlabelParameterVersion } from './unlabel-parameter-version';

export const ssmActions = {
  AddTagsToResource: addTagsToResource,
  DeleteParameter: deleteParameter,
  DeleteParameters: deleteParameters,
  DescribeParameters: describeParameters,
  GetParameter: getParameter,
  GetParameterHistory: getParameterHistory,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  LabelParameterVersion: labelParameterVersion,
  ListTagsForResource: listTagsForResource,
  PutParameter: putParameter,
  RemoveTagsFromResource: removeTagsFromResource,
  UnlabelParameterVersion: unlabelParameterVersion,
} satisfies { [operation: string]: Action<never, object> };
