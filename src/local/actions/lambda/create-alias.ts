/**
 * CreateAlias: docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html.
 * @emulated
 */
import type { AliasConfiguration, CreateAliasRequest } from '@aws-sdk/client-lambda';
import { aliasView, insistOnAliasForm, insistOnTarget, weightsOf } from '../../lambda/aliases';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { problemsOf } from '../../lambda/members';
import { parseUnqualified } from '../../lambda/names';
import type { Action } from '../../world';

export const createAlias: Action<CreateAliasRequest, AliasConfiguration> = (world, input) => {
  const { Name: name = '', FunctionVersion: version = '', Description: description = '' } = input;
  const weights = weightsOf(input.RoutingConfig);
  insist(
    ...problemsOf({ functionName: input.FunctionName }),
    Check.required('functionVersion', input.FunctionVersion),
  );
  insistOnAliasForm({ name: input.Name, functionVersion: input.FunctionVersion, description }, weights);
  const entry = findFunction(world, parseUnqualified(world, input));
  insistOnTarget(entry, { version, weights });
  if (entry.aliases.has(name)) throw refusal.conflict(`Alias already exists: ${entry.arn}:${name}`);
  const alias = { name, version, weights, description, revisionId: world.random.uuid() };
  entry.aliases.set(name, alias);
  return aliasView(entry, alias);
};
