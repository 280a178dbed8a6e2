/** Lists of secrets: filters (docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html) and pages. */
import type { Filter } from '@aws-sdk/client-secrets-manager';
import { AwsError } from '../errors';
import { Check } from '../lambda/constraints';
import { cutPage } from '../pages';
import type { Secret } from './book';
import { insist } from './errors';

const texts: { readonly [key: string]: (secret: Secret) => readonly string[] } = {
  name: ({ name }) => [name],
  description: ({ description }) => (description ?? '').split(/\s+/),
  'tag-key': ({ tags }) => Object.keys(tags),
  'tag-value': ({ tags }) => Object.values(tags),
  'primary-region': () => [],
  'owning-service': () => [],
};

/** Every filter must fit; of its values one, and none that begins with an exclamation mark. Values fit by their beginning. */
export function filtered(all: readonly Secret[], filters: readonly Filter[] | undefined): Secret[] {
  const keys = [...Object.keys(texts), 'all'];
  insist(...(filters ?? []).map(({ Key }) => Check.oneOf(keys)('filters.key', Key)));
  return all.filter((secret) => (filters ?? []).every((filter) => fits(secret, filter)));
}

function fits(secret: Secret, { Key: key = 'all', Values: values = [] }: Filter): boolean {
  const found =
    key === 'all' ? Object.values(texts).flatMap((of) => of(secret)) : (texts[key]?.(secret) ?? []);
  const fold = (text: string): string => (key === 'name' ? text : text.toLowerCase());
  const begins = (value: string): boolean => found.some((text) => fold(text).startsWith(fold(value)));
  const not = values.filter((value) => value.startsWith('!'));
  const wanted = values.filter((value) => !value.startsWith('!'));
  return (wanted.length === 0 || wanted.some(begins)) && !not.some((value) => begins(value.slice(1)));
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly more: { readonly NextToken?: string };
}

export function pageOf<T>(
  all: readonly T[],
  { NextToken, MaxResults }: { NextToken?: string | undefined; MaxResults?: number | undefined },
  most: number,
): Page<T> {
  insist(Check.range(1, most)('maxResults', MaxResults));
  const { items, next } = cutPage(all, {
    token: NextToken || undefined,
    size: MaxResults ?? most,
    refuse: badToken,
  });
  return { items, more: next === null ? {} : { NextToken: next } };
}

const badToken = (): AwsError => new AwsError('InvalidNextTokenException', 400, 'Invalid pagination token');
