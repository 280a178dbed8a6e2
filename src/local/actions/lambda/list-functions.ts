/**
 * ListFunctions: docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html.
 * @emulated
 */
import type {
  FunctionConfiguration,
  ListFunctionsRequest,
  ListFunctionsResponse,
} from '@aws-sdk/client-lambda';
import type { FunctionEntry } from '../../lambda/book';
import { Check, insist } from '../../lambda/constraints';
import { versionsOf } from '../../lambda/find';
import { nextMarker, pageOf } from '../../lambda/paging';
import { settingsOf } from '../../lambda/view';
import type { Action } from '../../world';

const functionVersion = Check.oneOf(['ALL']);

export const listFunctions: Action<ListFunctionsRequest, ListFunctionsResponse> = (world, input) => {
  insist(functionVersion('functionVersion', input.FunctionVersion));
  const entries = [...world.functions.entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = input.FunctionVersion ? entries.flatMap(everyVersion) : entries.map(latestOf);
  const { items, next } = pageOf(all, input);
  return { Functions: items, ...nextMarker(next) };
};

const latestOf = (entry: FunctionEntry): FunctionConfiguration => settingsOf(entry, entry.latest, entry.arn);

const everyVersion = (entry: FunctionEntry): FunctionConfiguration[] =>
  versionsOf(entry).map((version) => settingsOf(entry, version, `${entry.arn}:${version.version}`));
