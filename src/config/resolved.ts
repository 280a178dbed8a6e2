import type { Plain } from './overlay';
import { placesOf, withPlaces } from './places';
import { badConfig, type Problem } from './problem';
import type { AssumeRole, Place } from './project';
import type { Draft } from './prune';
import type { Facts, Outside } from './references/asks';
import { standsAsWritten } from './references/places';
import { type Resolving, resolvePlain } from './references/resolve';
import type { Source } from './source';

const ofPlace = ['region', 'account', 'profile', 'assumeRole'];

/** A flat file in which everything is resolved that needs no AWS. */
export interface Settled {
  readonly place: Place;
  readonly resolving: Resolving;
}

/** `badConfig` with what is wrong with the references, and where the place to release to depends on AWS. */
export async function settle(
  source: Source,
  facts: Omit<Facts, 'account' | 'region'>,
  outside: Outside,
): Promise<Settled> {
  const nowhere = { ...facts, account: null, region: null };
  const where = await resolvePart(source, ofPlace.slice(0, 2), { facts: nowhere, outside });
  const { region = null, account = null } = where.value as Draft;
  const known = { ...facts, region, account };
  const who = await resolvePart(source, ofPlace.slice(2), { facts: known, outside });
  const { profile = null, assumeRole = null } = who.value as Draft;
  const rest = await resolvePart(source, null, { facts: known, outside });
  const early = [...where.waiting, ...who.waiting].map(
    ({ at, path }): Problem => ({
      at,
      what: `${path.join('.')}: shipit must know it before it can ask AWS for anything`,
      hint: 'write it out, or refer to `env:NAME`',
    }),
  );
  const problems = [...where.problems, ...who.problems, ...rest.problems, ...early];
  if (problems.length > 0) throw badConfig(problems);
  return { place: { region, account, profile, assumeRole: roleOf(assumeRole) }, resolving: rest };
}

/** Some keys of the file; null for all of it. */
async function resolvePart(
  { value, at }: Source,
  keys: readonly string[] | null,
  { facts, outside }: { facts: Facts; outside: Outside },
): Promise<Resolving> {
  const entries = Object.entries(value as Plain).filter(([key]) => keys?.includes(key) ?? true);
  const part = Object.fromEntries(entries);
  return resolvePlain({ value: part, at, exempt: standsAsWritten, facts, outside });
}

const roleOf = (written: Draft['assumeRole'] | null): AssumeRole | null => {
  if (written == null) return null;
  if (typeof written === 'string') return { arn: written, externalId: null };
  return { arn: written.arn, externalId: written.externalId ?? null };
};

/** The resolved value with the places of what was written. */
export function placed(written: unknown, resolved: unknown): unknown {
  if (!isContainer(written) || !isContainer(resolved)) return resolved;
  const places = placesOf(written) ?? new Map();
  if (Array.isArray(resolved)) {
    return withPlaces(
      resolved.map((item, index) => placed((written as unknown[])[index], item)),
      places,
    );
  }
  const entries = Object.entries(resolved).map(([key, inner]) => [
    key,
    placed((written as Plain)[key], inner),
  ]);
  return withPlaces(Object.fromEntries(entries), places);
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
