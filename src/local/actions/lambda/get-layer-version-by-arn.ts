/**
 * GetLayerVersionByArn: docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html
 * @emulated
 */
import type { GetLayerVersionByArnRequest, GetLayerVersionResponse } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { notGranted } from '../../layers/names';
import { layerWithContent } from '../../layers/view';
import type { Action } from '../../world';

const form = Check.pattern(
  'arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+',
);

export const getLayerVersionByArn: Action<GetLayerVersionByArnRequest, GetLayerVersionResponse> = (
  world,
  { Arn },
) => {
  insist(Check.required('arn', Arn) ?? form('arn', Arn));
  const arn = Arn ?? '';
  if (arn.split(':')[4] !== world.account) throw notGranted(world, arn);
  const entry = world.layers.find(arn);
  if (!entry) throw refusal.missing('The resource you requested does not exist.');
  return layerWithContent(world, entry);
};
