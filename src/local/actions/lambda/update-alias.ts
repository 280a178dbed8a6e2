/**
 * UpdateAlias: docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html. Absent members are kept, and every call gives the
 * alias a new revision id, also one that changes nothing (recorded behaviour).
 * @emulated
 */
import type { AliasConfiguration, UpdateAliasRequest } from '@aws-sdk/client-lambda';
import { aliasView, insistOnAliasForm, insistOnTarget, weightsOf } from '../../lambda/aliases';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { parseUnqualified } from '../../lambda/names';
import { followAlias } from '../../lambda/provisioned';
import type { Action } from '../../world';

export const updateAlias: Action<UpdateAliasRequest, AliasConfiguration> = (world, input) => {
  const { FunctionVersion, Description } = input;
  const given = weightsOf(input.RoutingConfig);
  insistOnAliasForm({ name: input.Name, functionVersion: FunctionVersion, description: Description }, given);
  const entry = findFunction(world, parseUnqualified(world, input));
  const alias = entry.aliases.get(input.Name ?? '');
  if (!alias) throw refusal.missing(`Alias not found: ${entry.arn}:${input.Name}`);
  insistOnRevision(input.RevisionId, alias.revisionId);
  const version = FunctionVersion ?? alias.version;
  const weights = input.RoutingConfig ? given : alias.weights;
  insistOnTarget(entry, { version, weights });
  if (version !== alias.version) followAlias(world, entry, alias.name);
  alias.version = version;
  alias.weights = weights;
  alias.description = Description ?? alias.description;
  alias.revisionId = world.random.uuid();
  return aliasView(entry, alias);
};
