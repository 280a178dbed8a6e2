/** Stacks by name or id, and pages of lists. */

import { cutPage } from '../pages';
import type { World } from '../world';
import type { Stack } from './book';
import { refusal } from './errors';

export function findStack({ stacks: { stacks } }: Pick<World, 'stacks'>, name: string | undefined): Stack {
  const given = name ?? '';
  const stack = stacks.get(given) ?? [...stacks.values()].find(({ id }) => id === given);
  if (!stack) throw refusal.noStack(given);
  return stack;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly more: { readonly NextToken?: string };
}

const most = 100;

export function pageOf<T>(all: readonly T[], token: string | undefined): Page<T> {
  const at = { token, size: most, refuse: () => refusal.invalid('NextToken is not valid') };
  const { items, next } = cutPage(all, at);
  return { items, more: next === null ? {} : { NextToken: next } };
}
