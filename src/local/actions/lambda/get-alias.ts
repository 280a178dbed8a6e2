/**
 * GetAlias: docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html.
 * @emulated
 */
import type { AliasConfiguration, GetAliasRequest } from '@aws-sdk/client-lambda';
import { aliasView } from '../../lambda/aliases';
import { refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { parseUnqualified } from '../../lambda/names';
import type { Action } from '../../world';

export const getAlias: Action<GetAliasRequest, AliasConfiguration> = (world, input) => {
  const entry = findFunction(world, parseUnqualified(world, input));
  const alias = entry.aliases.get(input.Name ?? '');
  if (!alias) throw refusal.missing(`Cannot find alias arn: ${entry.arn}:${input.Name}`);
  return aliasView(entry, alias);
};
