/** Filters of lists (docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html). */
import type { ParameterStringFilter } from '@aws-sdk/client-ssm';
import type { Parameter } from './book';
import { refusal } from './errors';
import { latestOf } from './find';

type Compare = (text: string, value: string) => boolean;

const options: { readonly [option: string]: Compare } = {
  Equals: (text, value) => text === value,
  BeginsWith: (text, value) => text.startsWith(value),
  Contains: (text, value) => text.includes(value),
};

/** The texts of a parameter that a key is about. */
const texts: { readonly [key: string]: (parameter: Parameter) => readonly string[] } = {
  Name: ({ name }) => [name, name.replace(/^\//, '')],
  Type: (parameter) => [latestOf(parameter).type],
  KeyId: (parameter) => [latestOf(parameter).keyId ?? ''],
  Tier: (parameter) => [latestOf(parameter).tier],
  DataType: (parameter) => [latestOf(parameter).dataType],
  Label: ({ versions }) => versions.flatMap(({ labels }) => labels),
};

/** `keys`: those that the operation knows, beside `tag:` and a tag's key. */
export function filtered(
  all: readonly Parameter[],
  filters: readonly ParameterStringFilter[] | undefined,
  keys: readonly string[],
): Parameter[] {
  const tests = (filters ?? []).map((filter) => testOf(filter, keys));
  return all.filter((parameter) => tests.every((test) => test(parameter)));
}

function testOf(filter: ParameterStringFilter, keys: readonly string[]): (parameter: Parameter) => boolean {
  const { Key: key = '', Option: option, Values: values = [] } = filter;
  if (key.startsWith('tag:')) return taggedWith(key.slice(4), values);
  if (!keys.includes(key))
    throw refusal.named(
      'InvalidFilterKey',
      `The following filter key is not valid: ${key}. Valid filter keys include: [${keys.join(', ')}].`,
    );
  if (key === 'Path') return below(values, option ?? 'OneLevel');
  const compare = Object.hasOwn(options, option ?? 'Equals') ? options[option ?? 'Equals'] : undefined;
  if (!compare) throw invalidOption(option);
  if (values.length === 0)
    throw refusal.named('InvalidFilterValue', `The filter ${key} needs at least one value.`);
  return (parameter) =>
    values.some((value) => texts[key]?.(parameter).some((text) => compare(text, value)) ?? false);
}

const taggedWith =
  (key: string, values: readonly string[]) =>
  ({ tags }: Parameter): boolean =>
    Object.hasOwn(tags, key) && (values.length === 0 || values.includes(tags[key] ?? ''));

function below(paths: readonly string[], option: string): (parameter: Parameter) => boolean {
  if (option !== 'OneLevel' && option !== 'Recursive') throw invalidOption(option);
  return ({ name }) => paths.some((path) => isBelow(name, path, option === 'Recursive'));
}

/** Below `/a` lie `/a/b` and, further down, `/a/b/c`. */
export function isBelow(name: string, path: string, recursive: boolean): boolean {
  const folder = path.endsWith('/') ? path : `${path}/`;
  const full = name.startsWith('/') ? name : `/${name}`;
  return full.startsWith(folder) && (recursive || !full.slice(folder.length).includes('/'));
}

const invalidOption = (option: string | undefined): Error =>
  refusal.named('InvalidFilterOption', `The following filter option is not valid: ${option}.`);
