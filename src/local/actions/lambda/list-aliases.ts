/**
 * ListAliases: docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html. With FunctionVersion: those that send it requests.
 * @emulated
 */
import type { ListAliasesRequest, ListAliasesResponse } from '@aws-sdk/client-lambda';
import { aliasView } from '../../lambda/aliases';
import { findFunction } from '../../lambda/find';
import { parseUnqualified } from '../../lambda/names';
import { nextMarker, pageOf } from '../../lambda/paging';
import type { Action } from '../../world';

export const listAliases: Action<ListAliasesRequest, ListAliasesResponse> = (world, input) => {
  const entry = findFunction(world, parseUnqualified(world, input));
  const { FunctionVersion: version } = input;
  const aliases = [...entry.aliases.values()].filter(
    (alias) => version === undefined || alias.version === version || version in alias.weights,
  );
  const { items, next } = pageOf(aliases, input);
  return { Aliases: items.map((alias) => aliasView(entry, alias)), ...nextMarker(next) };
};
